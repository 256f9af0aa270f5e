import { rename, rm } from "node:fs/promises";
import { copyToParquet, type DuckDBConnection } from "../loaders/duckdb.js";

/** Writes an ordered query to Parquet, whole or not at all. */
export async function publish(
  connection: DuckDBConnection,
  query: string,
  file: string,
): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await copyToParquet(connection, query, unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
