import { boundedSql } from "../../lib/explorer/boundedSql.js";
import type { QueryResult } from "../../lib/explorer/queryResult.js";
import type { Database } from "./database.js";

/**
 * Runs one SQL query, which the signal may stop while DuckDB works. Throws DuckDB’s own error, and
 * the reason of the signal.
 */
export async function runQuery(
  { duckdb, connection }: Database,
  sql: string,
  limit: number,
  signal?: AbortSignal,
): Promise<QueryResult> {
  signal?.throwIfAborted();
  const { tableFromIPC } = await import("npm:@uwdata/flechette");
  const start = performance.now();
  const bounded = boundedSql(sql, limit + 1);
  // A prepared statement is one statement: nothing follows the query, nothing but a query runs.
  await duckdb.closePrepared(connection, await duckdb.createPrepared(connection, bounded));
  let header = await duckdb.startPendingQuery(connection, bounded);
  while (header === null) {
    if (signal?.aborted) {
      await duckdb.cancelPendingQuery(connection);
      signal.throwIfAborted();
    }
    header = await duckdb.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    const part = await duckdb.fetchQueryResults(connection);
    if (part === null) continue;
    if (part.length === 0) break;
    parts.push(part);
  }
  const table = tableFromIPC(parts, { useProxy: false, useDate: true });
  const rows = table.toArray() as Record<string, unknown>[];
  return {
    columns: table.names.map(String),
    rows: rows.slice(0, limit),
    cut: rows.length > limit,
    milliseconds: performance.now() - start,
  };
}
