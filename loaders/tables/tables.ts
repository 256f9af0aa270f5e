import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import type { HomeTable } from "../../src/lib/tables.js";
import { buildDictionary } from "../dictionary/dictionary.js";
import { withDuckDB } from "../duckdb.js";
import type { Manifest } from "../ingest/manifest.js";
import { openSnapshot } from "../snapshot.js";
import { adjustmentsTable } from "./adjustmentsTable.js";
import { batchTable } from "./batchTable.js";
import { evaluationTable } from "./evaluationTable.js";
import { type Grids, readGrids } from "./grids.js";
import { homeTable } from "./homeTable.js";
import { importsTable, pastManifests } from "./importsTable.js";
import { readLevels } from "./levels.js";
import { type ProtectedMeasures, protectMeasures } from "./protectedMeasures.js";
import { type PublishedFile, publish } from "./publish.js";
import { PublishedCells } from "./publishedCells.js";
import { regionsTable } from "./regionsTable.js";
import { createScope } from "./scope.js";
import { sectorTable } from "./sectorTable.js";
import { sourcesTable } from "./sourcesTable.js";
import { TERRITORIES } from "./territories.js";

export interface TablesOptions {
  /** Snapshot folder of a batch. */
  snapshot: string;
  /** `scores.parquet` of the batch. */
  scores: string;
  /** `model.json` of the model the scores come from. */
  model: string;
  /** Folder of page tables, replaced as a whole. */
  out: string;
  progress?: Progress;
}

export interface TablesSummary {
  files: PublishedFile[];
  /** Over all measures and months: tables, cells (margins included), hidden cells, tables audited. */
  disclosure: { tables: number; cells: number; hidden: number; audited: number };
}

/**
 * Computes every page table of a batch (`src/lib/tables.ts`), protects it and writes it. One
 * region × section table per measure and month is protected and audited; every page reads its
 * figures from these and from nowhere else.
 *
 * @throws VigieError `snapshot-missing`, `missing-scores`, `missing-source`, `disclosure-unsafe`; nothing
 * is written then.
 */
export async function buildTables({
  snapshot,
  scores,
  model: modelFile,
  out,
  progress,
}: TablesOptions): Promise<TablesSummary> {
  requireScores(modelFile, scores);
  const model = JSON.parse(await readFile(modelFile, "utf8")) as Model;
  const { manifest, grids, levels, imports } = await withDuckDB(async (connection) => {
    const opened = await openSnapshot(connection, snapshot);
    await createScope(connection, opened);
    return {
      manifest: opened,
      grids: await readGrids(connection, progress),
      levels: await readLevels(connection, scores),
      imports: await importsTable(
        connection,
        snapshot,
        opened,
        await pastManifests(snapshot, opened),
      ),
    };
  });
  const measures = protectMeasures(grids, progress);
  const tables = pageTables({ manifest, grids, measures, levels });
  tables.set("modele.json", {
    ...model,
    report: await evaluationTable(modelFile),
    adjustments: await adjustmentsTable(scores),
  });
  tables.set("imports.json", imports);
  tables.set("dictionnaire.json", await buildDictionary());
  tables.set("batch.json", batchTable(manifest, model.id, await hashManifest(snapshot)));
  return { files: await publish(out, tables), disclosure: countCells(measures) };
}

function requireScores(...files: string[]): void {
  const absent = files.find((file) => !existsSync(file));
  if (!absent) return;
  throw new VigieError(
    "missing-scores",
    `le fichier ${absent} est introuvable, sans lequel les niveaux d’alerte ne se comptent pas`,
    "Lancez « npx vigie run », qui ajuste le modèle et calcule les scores.",
    2,
  );
}

interface Ingredients {
  manifest: Manifest;
  grids: Grids;
  measures: ProtectedMeasures;
  levels: HomeTable["levels"];
}

function pageTables({
  manifest,
  grids: { months, sections },
  measures,
  levels,
}: Ingredients): Map<string, unknown> {
  const cells = new PublishedCells(measures);
  return new Map<string, unknown>([
    ["accueil.json", homeTable(cells, months, sections, levels)],
    ["regions.json", regionsTable(cells, months, sections)],
    ...TERRITORIES.map((territory): [string, unknown] => [
      `secteurs/${territory.code}.json`,
      sectorTable(cells, months, sections, territory),
    ]),
    ["donnees.json", sourcesTable(manifest)],
  ]);
}

async function hashManifest(snapshot: string): Promise<string> {
  const bytes = await readFile(join(snapshot, "manifest.json"));
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every protected table was audited on its way out of `protectGrid`: the counts are the same. */
function countCells(measures: ProtectedMeasures): TablesSummary["disclosure"] {
  const count = { tables: 0, cells: 0, hidden: 0, audited: 0 };
  for (const shown of [...measures.values()].flat()) {
    if (!shown) continue;
    count.tables += 1;
    count.cells += shown.hidden.length;
    count.hidden += shown.hidden.filter((mark) => mark === 1).length;
    count.audited += shown.audit ? 1 : 0;
  }
  return count;
}
