import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import loadHighs from "highs";
import { DIFFUSION } from "../../src/lib/diffusion/addresses.js";
import { VigieError } from "../../src/lib/error.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { buildDictionary } from "../dictionary/dictionary.js";
import { type DiffusionOptions, writeDiffusion } from "../diffusion/writeDiffusion.js";
import { type DuckDBConnection, withDuckDB } from "../duckdb.js";
import { openSnapshot } from "../snapshot.js";
import { adjustmentsTable } from "./adjustmentsTable.js";
import { apiFiles } from "./api/apiFiles.js";
import { batchTable } from "./batchTable.js";
import { budgetTable } from "./budget/budgetTable.js";
import { readCube } from "./cube.js";
import { engagementsTable } from "./duties/engagementsTable.js";
import { effectTable } from "./effect/effectTable.js";
import { evaluationTable } from "./evaluationTable.js";
import { homeTable } from "./homeTable.js";
import { impactTable } from "./impact/impactTable.js";
import { importsTable, pastManifests } from "./importsTable.js";
import { levelsTable, readLevelCounts } from "./levelsTable.js";
import { modelsTable } from "./models/modelsTable.js";
import { needsTable } from "./needs/needsTable.js";
import { openLevels } from "./openLevels.js";
import { openRatios } from "./openRatios.js";
import { openSeries } from "./openSeries.js";
import { type ProtectedCube, protectCube } from "./protectedCube.js";
import { provenanceTable } from "./provenanceTable.js";
import { Publication } from "./publication.js";
import { type PublishedFile, publish } from "./publish.js";
import { departementsTable, regionsTable, sectorsTable, structuresTable } from "./rankingTables.js";
import { ratioQuantiles } from "./ratioQuantiles.js";
import { RELEASED_FILE, ReleasedCells } from "./releasedCells.js";
import { createScope } from "./scope.js";
import { PAGED_SECTORS, sectorTable } from "./sectorTable.js";
import { sourcesTable } from "./sourcesTable.js";
import { survivalCells } from "./survivalCells.js";
import { openSurvival, survivalTable } from "./survivalTable.js";
import { DEPARTEMENT_TERRITORIES, FRANCE, REGION_TERRITORIES } from "./territories.js";
import { territoryTable } from "./territoryTable.js";

export interface TablesOptions {
  /** Snapshot folder of a batch. */
  snapshot: string;
  /** `scores.parquet` of the batch. */
  scores: string;
  /** `model.json` of the model the scores come from. */
  model: string;
  /** Page tables of the batch before, when there are some: their holes are kept. */
  previous?: string;
  /** Folder of page tables, replaced as a whole. */
  out: string;
  progress?: Progress;
}

export interface TablesSummary {
  files: PublishedFile[];
  /** Over all measures and months: tables, cells (totals included), hidden cells. */
  disclosure: { tables: number; cells: number; hidden: number };
}

/**
 * Computes every page table of a batch (`src/lib/tables.ts`), protects it and writes it. Each measure
 * and month is protected and attacked as one table, with all its blocks; every file reads its figures
 * from these and from nowhere else.
 *
 * @throws VigieError `snapshot-missing`, `missing-scores`, `missing-source`, `disclosure-unsafe`; nothing
 * is written then.
 */
export async function buildTables({
  snapshot,
  scores,
  model: modelFile,
  previous,
  out,
  progress,
}: TablesOptions): Promise<TablesSummary> {
  requireScores(modelFile, scores);
  const model = JSON.parse(await readFile(modelFile, "utf8")) as Model;
  const highs = await loadHighs();
  const {
    manifest,
    cube,
    counts,
    fates,
    ratios,
    imports,
    impact,
    effect,
    needs,
    budget,
    engagements,
  } = await withDuckDB(async (connection) => {
    const opened = await openSnapshot(connection, snapshot);
    await createScope(connection, opened);
    return {
      manifest: opened,
      cube: await readCube(connection, progress),
      counts: await readLevelCounts(connection, scores),
      fates: await survivalCells(connection),
      ratios: await ratioQuantiles(connection),
      imports: await importsTable(
        connection,
        snapshot,
        opened,
        await pastManifests(snapshot, opened),
      ),
      impact: await impactTable(connection, opened, highs),
      effect: await effectTable(connection, opened, highs),
      needs: await needsTable(connection, opened, highs),
      budget: await budgetTable(connection, opened),
      engagements: await engagementsTable(connection, opened),
    };
  });
  const released = previous ? await ReleasedCells.read(previous) : undefined;
  const shown = await protectCube(cube, released, progress);
  const levels = levelsTable(counts, highs);
  const survival = survivalTable(fates, highs);
  // The classes of turnover are for the open data: a page shows all of them together.
  const ofPages = ratios.filter(({ turnover }) => turnover === null);
  const publication = new Publication(cube.months, shown);
  const batch = batchTable(manifest, model.id, await hashManifest(snapshot));
  const tables = new Map<string, unknown>([
    ["accueil.json", homeTable(publication, levels.rows[0]!.levels)],
    ["niveaux.json", levels],
    ["survie.json", survival],
    ["regions.json", regionsTable(publication)],
    ["departements.json", departementsTable(publication)],
    ["secteurs.json", sectorsTable(publication)],
    ["structures.json", structuresTable(publication)],
    ...[FRANCE, ...REGION_TERRITORIES].map((placed): [string, unknown] => [
      `territoires/${placed.territory.code}.json`,
      territoryTable(publication, placed, cube.sections),
    ]),
    ...DEPARTEMENT_TERRITORIES.map((placed): [string, unknown] => [
      `departements/${placed.territory.code}.json`,
      territoryTable(publication, placed, cube.sections),
    ]),
    ...PAGED_SECTORS.map(({ code }): [string, unknown] => [
      `secteurs/${code.toLowerCase()}.json`,
      sectorTable(publication, code, ofPages),
    ]),
    ["provenance.json", provenanceTable(manifest, cube.months, shown)],
    ["donnees.json", sourcesTable(manifest)],
    [
      "modele.json",
      {
        ...model,
        report: await evaluationTable(modelFile),
        adjustments: await adjustmentsTable(scores),
      },
    ],
    ["modeles.json", await modelsTable(modelFile)],
    ["imports.json", imports],
    ["impact.json", impact],
    ["effet.json", effect],
    ["besoins.json", needs],
    ["budget.json", budget],
    ["engagements.json", engagements],
    ["dictionnaire.json", await buildDictionary()],
    ["batch.json", batch],
    [RELEASED_FILE, ReleasedCells.of(cube.months, shown)],
    ...apiFiles(publication, impact),
  ]);
  const files = await publish(out, tables, (folder) =>
    withDuckDB((connection) =>
      writeOpenData(connection, join(folder, DIFFUSION), {
        batch,
        series: openSeries(publication),
        extra: [openLevels(levels), openSurvival(survival), openRatios(ratios)],
        previous: previous && join(previous, DIFFUSION),
      }),
    ),
  );
  return { files, disclosure: countCells(shown) };
}

async function writeOpenData(
  connection: DuckDBConnection,
  folder: string,
  data: Omit<DiffusionOptions, "folder">,
): Promise<PublishedFile[]> {
  const { files } = await writeDiffusion(connection, { folder, ...data });
  return files.map((written) => ({ ...written, file: `${DIFFUSION}/${written.file}` }));
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

async function hashManifest(snapshot: string): Promise<string> {
  const bytes = await readFile(join(snapshot, "manifest.json"));
  return createHash("sha256").update(bytes).digest("hex");
}

function countCells(shown: ProtectedCube): TablesSummary["disclosure"] {
  const count = { tables: 0, cells: 0, hidden: 0 };
  for (const month of [...shown.values()].flat()) {
    if (!month) continue;
    count.tables += 1;
    count.cells += month.hidden.length;
    count.hidden += month.hidden.reduce((sum, mark) => sum + mark, 0);
  }
  return count;
}
