import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SERIES } from "../../src/lib/diffusion/addresses.js";
import { catalogue } from "../../src/lib/diffusion/catalogue.js";
import type { Dataset, DatasetFile } from "../../src/lib/diffusion/dataset.js";
import type { SeriesJournal } from "../../src/lib/diffusion/journal.js";
import { journalText } from "../../src/lib/diffusion/journalText.js";
import { openPackage } from "../../src/lib/diffusion/openPackage.js";
import type { OpenTable } from "../../src/lib/diffusion/openTable.js";
import type { PublishedSeries } from "../../src/lib/diffusion/publishedRows.js";
import {
  indicatorsTable,
  sectorsTable,
  territoriesTable,
} from "../../src/lib/diffusion/references.js";
import { stableJson } from "../../src/lib/stableJson.js";
import type { BatchTable } from "../../src/lib/tables.js";
import type { DuckDBConnection } from "../duckdb.js";
import { makeFolder } from "../folder.js";
import { readFormerBatch } from "./formerBatch.js";
import { journalOf, seriesJournal } from "./seriesJournal.js";
import { OPEN_TERRITORIES } from "./territories.js";
import { writeOpenTable } from "./writeOpenTable.js";
import { writeEverySeries } from "./writeSeries.js";

export interface DiffusionOptions {
  /** Folder to write, created: `diffusion` of the page tables. */
  folder: string;
  batch: BatchTable;
  /** One indicator after another, so that few are in memory together. */
  series: Iterable<PublishedSeries> | AsyncIterable<PublishedSeries>;
  /** Tables of another shape: `survie`, `niveaux`, `ratios`. */
  extra: readonly OpenTable[];
  /** Folder of the former batch's open data, to tell what changed; absent for the first one. */
  previous?: string | undefined;
}

export interface DiffusionSummary {
  /** In the order of names; paths are in the folder, with slashes. */
  files: { file: string; bytes: number; sha256: string }[];
  /** Rows of all tables together. */
  rows: number;
}

/**
 * Writes the open data of a batch: each series and table as CSV, Parquet and Table Schema, the
 * tables of codes, the catalogue (DCAT-AP), the Data Package and the journal of revisions. Reads only
 * what is published: same cells, same bytes.
 * Throws a VigieError, `betrayed-cell` among them, when a cell that is not published has a value; the
 * folder is then to be thrown away.
 */
export async function writeDiffusion(
  connection: DuckDBConnection,
  { folder, batch, series, extra, previous }: DiffusionOptions,
): Promise<DiffusionSummary> {
  const former = await readFormerBatch(previous);
  await makeFolder(join(folder, SERIES));
  const datasets: Dataset[] = [];
  const told: SeriesJournal[] = [];
  await writeEverySeries(connection, folder, series, async (dataset, { indicator }) => {
    datasets.push(dataset);
    told.push(await seriesJournal(connection, folder, indicator, former));
  });
  const references = [territoriesTable(OPEN_TERRITORIES), sectorsTable(), indicatorsTable()];
  for (const table of extra)
    datasets.push(await writeOpenTable(connection, folder, table, "table"));
  for (const table of references) {
    datasets.push(await writeOpenTable(connection, folder, table, "reference"));
  }
  const journal = journalOf(batch, told, former);
  const texts = {
    "catalogue.json": stableJson(catalogue(batch, datasets)),
    "datapackage.json": stableJson(openPackage(batch, datasets)),
    "journal.json": stableJson(journal),
    "journal.md": journalText(journal),
  };
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
  const schemas = datasets.map(({ schemaPath }) => schemaPath);
  return {
    files: [
      ...datasets.flatMap(({ files }) => files.map(recordOf)),
      ...(await recordsOf(folder, [...schemas, ...Object.keys(texts)])),
    ].sort((a, b) => (a.file < b.file ? -1 : 1)),
    rows: datasets.reduce((sum, { rows }) => sum + rows, 0),
  };
}

function recordOf({ path, bytes, sha256 }: DatasetFile): DiffusionSummary["files"][number] {
  return { file: path, bytes, sha256 };
}

async function recordsOf(folder: string, files: string[]): Promise<DiffusionSummary["files"]> {
  const records = files.map(async (file) => {
    const bytes = await readFile(join(folder, file));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { file, bytes: bytes.length, sha256 };
  });
  return Promise.all(records);
}
