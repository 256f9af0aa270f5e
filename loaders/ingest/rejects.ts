import { withCode } from "../../src/lib/faults/faults.js";
import { copyToParquet, type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import type { Reader } from "./compile.js";
import type { FaultCount } from "./report.js";
import { MESSAGES } from "./report.js";
import { splitSql } from "./split.js";

/** A file read into a table where the rejected rows have their line. */
export interface RejectedFile {
  table: string;
  source: Source;
  reader: Reader;
  /** Cells a line must have. */
  width: number;
}

/** One row of a rejects file. */
export interface Reject {
  /** Line 1 is the first data line. */
  line: number;
  /** `FaultCode` of what is wrong first. */
  code: string;
  /** Label of the file; null when the fault is the row's. */
  column: string | null;
  value: string | null;
  /** In French. */
  message: string;
  /** The line as it was, nominative cells blank. */
  raw: string;
}

/** Where the rejected rows of a file are, relative to the snapshot. */
export function rejectsPath(file: string): string {
  return `rejects/${file.replace(/\.(?:gz|zip)$/i, "")}.parquet`;
}

/** Writes every rejected row ({@link Reject}) to Parquet, in the order of the lines. */
export async function writeRejects(
  connection: DuckDBConnection,
  rejected: RejectedFile,
  file: string,
): Promise<void> {
  await copyToParquet(connection, `SELECT * FROM (${rejectsSql(rejected)}) ORDER BY line`, file);
}

/** First messages of a rejects file, `Line N: column: message [code]`. */
export async function rejectMessages(
  connection: DuckDBConnection,
  file: string,
): Promise<string[]> {
  const rows = await readRejects(connection, file, { limit: MESSAGES });
  return rows.map(({ line, column, message, code }) =>
    withCode(`Line ${line}: ${column === null ? "" : `${column}: `}${message}`, code),
  );
}

/** Rows of a rejects file by code and column, the most frequent first. */
export async function countFaults(
  connection: DuckDBConnection,
  file: string,
): Promise<FaultCount[]> {
  const rows = await queryRows<{ code: string; column: string | null; rows: string }>(
    connection,
    `SELECT code, "column", count(*) AS rows FROM read_parquet(${literal(file)})
      GROUP BY ALL ORDER BY count(*) DESC, code, "column"`,
  );
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
}

/** Rows of a rejects file, of one code or of all, in the order of the lines. */
export async function readRejects(
  connection: DuckDBConnection,
  file: string,
  { code, limit }: { code?: string | undefined; limit?: number | undefined } = {},
): Promise<Reject[]> {
  const chosen = code === undefined ? "" : `WHERE code = ${literal(code)}`;
  const first = limit === undefined ? "" : `LIMIT ${limit}`;
  const rows = await queryRows<Omit<Reject, "line"> & { line: string }>(
    connection,
    `SELECT line, code, "column", value, message, raw FROM read_parquet(${literal(file)})
      ${chosen} ORDER BY line ${first}`,
  );
  return rows.map((row) => ({ ...row, line: Number(row.line) }));
}

/** Rejected rows are few and far between: gathered first, they are explained many at a time. */
function rejectsSql({ table, source, reader, width }: RejectedFile): string {
  return `WITH rejected AS MATERIALIZED (
      SELECT * FROM ${table} WHERE status = 'rejected')
    SELECT line, why.reason.code AS code, why."column" AS "column", why.value AS value,
      why.reason.message AS message, raw
    FROM (SELECT line, raw, CASE
        WHEN c IS NULL THEN ${tornSql("'unclosed-quote'", "'guillemets mal fermés'")}
        WHEN len(c) < ${width} THEN ${tornSql("'missing-cell'", cellsSql(width))}
        WHEN len(c) > ${width} THEN ${tornSql("'extra-cell'", cellsSql(width))}
        ELSE ${reader.refusal} END AS why
      FROM (SELECT *, ${splitSql("raw", source)} AS c FROM rejected))`;
}

function tornSql(code: string, message: string): string {
  return `struct_pack(reason := struct_pack(code := ${code}, message := ${message}), "column" := NULL::VARCHAR, value := NULL::VARCHAR)`;
}

function cellsSql(width: number): string {
  return `len(c) || CASE WHEN len(c) > 1 THEN ' cellules' ELSE ' cellule' END || ' au lieu de ${width}'`;
}
