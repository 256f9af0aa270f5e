import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { queryRows, withDuckDB } from "../../../../loaders/duckdb.js";
import { readFile, reportFile } from "../../../../loaders/ingest/readFile.js";
import type { FileReport } from "../../../../loaders/ingest/report.js";
import { sourceOf } from "../../../../loaders/sources/sources.js";
import { BatchFolder } from "../batchFolder.js";

/** A file read as a batch reads it, without the rest of the batch. */
export interface Alone {
  report: FileReport;
  /** Valid rows, in the order of the file; columns are those of the source. */
  rows: Record<string, unknown>[];
}

/** Reads several versions of a file, one after the other; `left` is what stays in the work folder. */
export async function readAlone(
  name: string,
  versions: readonly (string | Uint8Array)[],
  columns: string,
): Promise<{ read: Alone[]; left: string[] }> {
  const folder = await BatchFolder.create();
  const work = join(folder.root, "work");
  await mkdir(join(work, "rejects"), { recursive: true });
  const extract = { path: join(folder.extracts, name), name, source: sourceOf(name) };
  const source = extract.source!;
  const read = await withDuckDB(async (connection) => {
    const all: Alone[] = [];
    for (const [index, bytes] of versions.entries()) {
      await folder.put(name, bytes);
      const table = `version_${index}`;
      const options = { extract, source, table, work, dateFin: "2026-10-01" };
      const reading = await readFile(connection, { ...options, filtered: false, accounts: false });
      if (!("reader" in reading)) {
        all.push({ report: reading, rows: [] });
        continue;
      }
      const valid = `SELECT ${columns} FROM ${table} WHERE status = 'valid' ORDER BY line`;
      const rows = await queryRows<Alone["rows"][number]>(connection, valid);
      all.push({ report: await reportFile(connection, reading), rows });
    }
    return all;
  });
  return { read, left: (await readdir(work)).filter((entry) => entry !== "rejects") };
}
