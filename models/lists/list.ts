import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, literal, queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { makeFolder } from "../../loaders/folder.js";
import { MANIFEST } from "../../loaders/ingest/manifest.js";
import { openSnapshot } from "../../loaders/snapshot.js";
import type { DeclaredRules } from "../../src/lib/adjustment.js";
import { VigieError } from "../../src/lib/error.js";
import type { ListCard } from "../../src/lib/lists/listCard.js";
import { isQuarterly, listName } from "../../src/lib/lists/listName.js";
import type { Progress } from "../../src/lib/progress.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { publish } from "../publish.js";
import { nationalBars } from "../score/bars.js";
import { readModel } from "../score/readModel.js";
import { sha256 } from "../sha256.js";
import { cardText } from "./cardText.js";
import { createChanges } from "./changes.js";
import { CARD, CHANGES_OF_ALL, formerLists, LEVELS_OF_ALL, LIST, readCard } from "./former.js";
import { createHistory } from "./history.js";
import { type ListParameters, PARAMETERS } from "./parameters.js";
import { listQuery } from "./query.js";
import { volumesOf } from "./volumes.js";

export interface ListOptions {
  batch: string;
  /** Snapshot folder of the batch. */
  snapshot: string;
  /** `features.parquet` of the batch. */
  features: string;
  /** Folder of `scores.parquet` and `rules.json`. */
  scores: string;
  /** Folder of the models. */
  registry: string;
  /** Folder of the lists, a folder a batch. */
  lists: string;
  parameters?: ListParameters;
  progress?: Progress;
}

/**
 * Makes the list of a batch in `{lists}/{batch}`, by the levels after expert rules (domain §4.8, §5.2):
 * - `list.parquet`: one row a company flagged, the likeliest first (columns in `query.ts`);
 * - `levels.parquet (siren, level_before, level)`: every company scored, what later lists compare with;
 * - `changes.parquet (siren, former_level, level, change, cause)`: those that moved since the list before;
 * - `card.json` ({@link ListCard}) and `card.md`, its text in French, written last.
 *
 * The lists of former batches are read as they were made and never written again. Every batch may have
 * a list; those of a quarter are marked. Returns the card; throws a VigieError when the scores, the model
 * or the snapshot are absent.
 */
export async function buildList(options: ListOptions): Promise<ListCard> {
  const { batch, lists, parameters = PARAMETERS, progress } = options;
  const out = join(lists, batch);
  const scores = join(options.scores, "scores.parquet");
  requireScores(scores);
  const former = formerLists(lists, batch);
  await makeFolder(out);
  return withDuckDB(
    async (connection) => {
      const manifest = await openSnapshot(connection, options.snapshot);
      const { dateFin } = manifest;
      const { month, model: id } = await scoredIn(connection, scores);
      const model = await readModel(join(options.registry, id, "model.json"));
      const rules = JSON.parse(await readFile(join(options.scores, "rules.json"), "utf8"));
      await connection.run(`CREATE OR REPLACE TEMP TABLE levels AS SELECT siren, level_before, level
        FROM read_parquet(${literal(scores)}) WHERE periode = DATE ${literal(month)} ORDER BY siren`);
      const last = former.at(-1);
      const changes = await createChanges(connection, {
        ...{ lists, features: options.features, registry: options.registry, model: id, month },
        former: last === undefined ? undefined : await readCard(lists, last),
      });
      progress?.({ item: "changements", done: 1, total: 2 });
      await createHistory(connection, lists, former, parameters.historyLists);
      const recentSince = yearsBefore(dateFin, parameters.recentYears);
      const query = listQuery({
        ...{ batch, scores, features: options.features, month, dateFin, recentSince },
        perDepartement: parameters.perDepartement,
        hasFormer: changes !== null,
      });
      await connection.run(`CREATE OR REPLACE TEMP TABLE list AS ${query}`);
      await publish(connection, "FROM list ORDER BY probability DESC, siren", join(out, LIST));
      await publish(connection, "FROM levels ORDER BY siren", join(out, LEVELS_OF_ALL));
      await publish(connection, "FROM changes ORDER BY siren", join(out, CHANGES_OF_ALL));
      const card: ListCard = {
        batch,
        name: listName(batch),
        quarterly: isQuarterly(batch),
        fictitious: manifest.fictitious,
        month: month.slice(0, 7),
        model: id,
        snapshot: await sha256(join(options.snapshot, MANIFEST)),
        thresholds: nationalBars(model),
        capacity: model.capacity?.perDepartement ?? null,
        parameters: { ...parameters, recentSince },
        ...(await volumesOf(connection)),
        former,
        changes,
        rules: (rules as DeclaredRules).rules.filter(({ inForce }) => inForce),
        freshness: manifest.freshness.map(({ source, date }) => ({ source, date })),
      };
      await writeFile(join(out, "card.md"), cardText(card));
      await writeFile(join(out, CARD), stableJson(card));
      progress?.({ item: "liste", done: 2, total: 2 });
      return card;
    },
    { threads: 1 },
  );
}

/** Month and model of the scores: the last month they hold. */
async function scoredIn(connection: DuckDBConnection, file: string) {
  const [last] = await queryRows<{ month: string | null; model: string }>(
    connection,
    `SELECT max(periode) AS month, arg_max(model, periode) AS model FROM read_parquet(${literal(file)})`,
  );
  if (last?.month) return { month: last.month, model: last.model };
  throw new VigieError(
    "no-scored-company",
    `${file} ne contient aucune entreprise notée`,
    "Vérifiez les variables du lot, puis relancez « vigie score ».",
  );
}

/** The same day some years earlier: the first of a month always has one. */
function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}

function requireScores(file: string): void {
  if (existsSync(file)) return;
  throw new VigieError(
    "missing-scores",
    `le fichier ${file} est introuvable, sans lequel aucune liste ne se fait`,
    "Lancez « vigie score » pour ce lot, ou « vigie run », qui fait tout.",
    2,
  );
}
