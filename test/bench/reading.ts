import { join } from "node:path";
import { copyToParquet, type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import type { Extract } from "../../loaders/ingest/extracts.js";
import { readFile, reportFile } from "../../loaders/ingest/readFile.js";
import { dropStaged } from "../../loaders/ingest/stage.js";
import { describeTable } from "../../loaders/ingest/tables.js";
import { writeTable } from "../../loaders/ingest/write.js";
import type { Source } from "../../loaders/sources/source.js";

/** A file that a source recognises. */
export type Known = Extract & { source: Source };

/** DuckDB's own reader, text to Parquet: no type, no check, no account of lines. */
export async function convert(
  connection: DuckDBConnection,
  { path, name }: Known,
  work: string,
): Promise<void> {
  const rows = `SELECT * FROM read_csv(${literal(path)}, all_varchar = true, ignore_errors = true)`;
  await copyToParquet(connection, rows, join(work, `${name}.text.parquet`));
}

/** Ours, all of it: fingerprint, header, types, rules, rejected rows, notices, table. Returns the lines. */
export async function read(
  connection: DuckDBConnection,
  extract: Known,
  work: string,
): Promise<number> {
  const { source } = extract;
  const table = "staged";
  const options = { extract, source, table, work, filtered: false, accounts: false };
  const reading = await readFile(connection, { ...options, dateFin: "2026-10-01" });
  if (!("reader" in reading)) throw new Error(reading.fatal ?? extract.name);
  const report = await reportFile(connection, reading);
  const file = join(work, `${source.name}.parquet`);
  await writeTable(connection, source, [table], file);
  await describeTable(connection, source.name, file, source.period);
  await dropStaged(connection, table);
  return report.parsed + report.blank;
}
