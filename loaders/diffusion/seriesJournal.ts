import { join } from "node:path";
import { parquetPath, seriesPath } from "../../src/lib/diffusion/addresses.js";
import type { Journal, SeriesJournal } from "../../src/lib/diffusion/journal.js";
import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import { indicatorOf } from "../../src/lib/labels.js";
import type { BatchTable } from "../../src/lib/tables.js";
import type { DuckDBConnection } from "../duckdb.js";
import { definitionHash } from "./fingerprint.js";
import type { FormerBatch } from "./formerBatch.js";
import { compareSeries } from "./revisions.js";

/** What a series of `folder` became since the former batch. */
export async function seriesJournal(
  connection: DuckDBConnection,
  folder: string,
  indicateur: IndicatorId,
  former: FormerBatch | undefined,
): Promise<SeriesJournal> {
  const before = former?.fileOf(indicateur);
  if (!former || !before) {
    return { indicateur, etat: "nouveau", definition_changee: false, revisions: null };
  }
  const now = join(folder, parquetPath(seriesPath(indicateur)));
  const known = former.journal.definitions[indicateur];
  return {
    indicateur,
    etat: "suivi",
    definition_changee: known !== undefined && known !== definitionHash(indicatorOf(indicateur)),
    revisions: await compareSeries(connection, before, now),
  };
}

/** The journal of a batch from that of its series. */
export function journalOf(
  batch: BatchTable,
  series: readonly SeriesJournal[],
  former: FormerBatch | undefined,
): Journal {
  const given = new Set(series.map(({ indicateur }) => indicateur));
  const definitions = INDICATORS.filter(({ id }) => given.has(id)).map((indicator) => [
    indicator.id,
    definitionHash(indicator),
  ]);
  const known: readonly string[] = Object.keys(former?.journal.definitions ?? {});
  return {
    lot: batch.batch,
    precedent: former?.journal.lot ?? null,
    donnees_fictives: batch.fictitious,
    series: [...series],
    abandonnes: known.filter((id) => !given.has(id as IndicatorId)).sort(),
    definitions: Object.fromEntries(definitions),
  };
}
