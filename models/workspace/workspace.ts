import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  copyToParquet,
  type DuckDBConnection,
  literal,
  queryRows,
  withDuckDB,
} from "../../loaders/duckdb.js";
import { makeFolder } from "../../loaders/folder.js";
import { readManifest } from "../../loaders/ingest/manifest.js";
import { unfinishedName } from "../../loaders/unfinished.js";
import type { Spec } from "../../src/lib/fit/spec.js";
import {
  type NotebookTable,
  TABLE_INDEX,
  type TableIndex,
  tableFile,
} from "../../src/lib/notebook/tableIndex.js";
import type { Progress } from "../../src/lib/progress.js";
import { runRow, type ToldRun } from "../../src/lib/runs/runRow.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { readRuns } from "../runs/store.js";
import { readModel } from "../score/readModel.js";
import { createTestRows, TEST_ROWS } from "./testRows.js";

export interface WorkspaceOptions {
  snapshot: string;
  /** `features.parquet`. */
  features: string;
  /** Folder of the scores. */
  scores: string;
  /** Folder of the detection list. */
  list: string;
  /** `model.json` of the registry, with `evaluation.json` beside it. */
  model: string;
  /** The specification it was fitted from. */
  spec: Spec;
  /** Other specifications that notebooks fit, by name. */
  studied: Readonly<Record<string, Spec>>;
  /** Folder of the recorded runs; it may not exist. */
  runs: string;
  /** Folder of the tables, replaced as a whole. */
  out: string;
  progress?: Progress;
}

/** The recorded runs: they tell what was tried, not what is read, and are not in the hash. */
const RUNS = "runs.json";
const SPECS = "specs.json";

/** Digits of the hash that notebooks print. */
const PRINT = 16;

/**
 * Gathers all that notebooks work on, each table under one name: those of the snapshot, `features`,
 * `scores`, `contributions`, `liste`, `niveaux`, and `test`, the rows of the evaluation with their
 * probabilities; the model, its evaluation, the manifest and the runs recorded for this batch as JSON; the index that tells columns,
 * rows and hashes. Files are linked where the disk allows it, copied elsewhere. Same inputs, same
 * bytes. Throws a VigieError when one of them is absent.
 */
export async function buildWorkspace(options: WorkspaceOptions): Promise<TableIndex> {
  const { snapshot, features, scores, list, model, out, progress = () => {} } = options;
  const manifest = await readManifest(snapshot);
  const { id } = await readModel(model);
  const files = new Map([
    ...manifest.tables.map(({ table, file }): [string, string] => [table, join(snapshot, file)]),
    ["features", features],
    ["scores", join(scores, "scores.parquet")],
    ["contributions", join(scores, "contributions.parquet")],
    ["liste", join(list, "list.parquet")],
    ["niveaux", join(list, "levels.parquet")],
  ]);
  const documents = [
    join(snapshot, "manifest.json"),
    model,
    join(dirname(model), "evaluation.json"),
    join(scores, "rules.json"),
  ];
  const next = unfinishedName(out);
  await rm(next, { recursive: true, force: true });
  await makeFolder(next);
  try {
    const total = files.size + 1;
    let done = 0;
    const tables = await withDuckDB(async (connection) => {
      const found: NotebookTable[] = [];
      const add = async (name: string) => {
        found.push(await describe(connection, name, join(next, tableFile(name))));
        progress({ item: name, done: ++done, total });
      };
      for (const [name, file] of files) {
        await share(file, join(next, tableFile(name)));
        await add(name);
      }
      await createTestRows(connection, options);
      await copyToParquet(connection, TEST_ROWS, join(next, tableFile("test")));
      await add("test");
      return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    });
    for (const file of documents) await share(file, join(next, basename(file)));
    await writeFile(join(next, SPECS), stableJson(options.studied));
    await writeFile(join(next, RUNS), stableJson(await toldRuns(options.runs, manifest.batch)));
    const index: TableIndex = {
      batch: manifest.batch,
      date: manifest.dateFin,
      fictitious: manifest.fictitious,
      model: id,
      hash: await hashOf(tables, documents),
      tables,
      documents: [...documents.map((file) => basename(file)), RUNS, SPECS].sort(),
    };
    await writeFile(join(next, TABLE_INDEX), stableJson(index));
    await rm(out, { recursive: true, force: true });
    await rename(next, out);
    return index;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** Runs of a batch, with the coefficients that they are compared by. */
async function toldRuns(runs: string, batch: string): Promise<ToldRun[]> {
  const found = (await readRuns(runs)).filter(({ record }) => record.batch === batch);
  return found.map(({ record, model, report }) => ({
    ...runRow(record, model, report),
    specification: record.spec,
    terms: model.terms.map(({ name, label, estimate, ciLow, ciHigh }) => ({
      ...{ name, label, estimate, ciLow, ciHigh },
    })),
  }));
}

/** No step writes into a file that is published: it makes another. */
async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!CANNOT_LINK.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

/** Another disk, a file system without links, or one that refuses them. */
const CANNOT_LINK = new Set(["EXDEV", "EPERM", "ENOTSUP", "EMLINK", "ENOSYS"]);

async function describe(
  connection: DuckDBConnection,
  name: string,
  file: string,
): Promise<NotebookTable> {
  const source = `read_parquet(${literal(file)})`;
  const columns = await queryRows<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE FROM ${source}`,
  );
  const [count] = await queryRows<{ rows: number }>(
    connection,
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM ${source}`,
  );
  return {
    name,
    rows: count!.rows,
    columns: columns.map(({ column_name, column_type }) => ({
      name: column_name,
      type: column_type,
    })),
    sha256: sha256(await readFile(file)),
  };
}

async function hashOf(
  tables: readonly NotebookTable[],
  documents: readonly string[],
): Promise<string> {
  const lines = tables.map(({ name, sha256 }) => `${name} ${sha256}`);
  for (const file of documents) lines.push(`${basename(file)} ${sha256(await readFile(file))}`);
  return sha256(lines.join("\n")).slice(0, PRINT);
}

const sha256 = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");
