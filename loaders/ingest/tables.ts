import { basename } from "node:path";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { fingerprint } from "./fingerprint.js";
import type { TableReport } from "./report.js";

/** Rows, dates and fingerprint of a table that was just written. */
export async function describeTable(
  connection: DuckDBConnection,
  table: string,
  path: string,
  period: string | undefined,
): Promise<TableReport> {
  const dates = period
    ? `min("${period}")::DATE AS first, max("${period}")::DATE AS last`
    : "NULL AS first, NULL AS last";
  const [row] = await queryRows<{ rows: string; first: string | null; last: string | null }>(
    connection,
    `SELECT count(*) AS rows, ${dates} FROM read_parquet(${literal(path)})`,
  );
  const { rows, first, last } = row!;
  const { sha256 } = await fingerprint(path);
  return { table, rows: Number(rows), periods: [first, last], file: basename(path), sha256 };
}
