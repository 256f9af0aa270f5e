import { rename, rm } from "node:fs/promises";
import { copyToParquet, type DuckDBConnection } from "../loaders/duckdb.js";
import { unfinishedName } from "../loaders/unfinished.js";

/** Writes an ordered query to Parquet, whole or not at all. */
export async function publish(
  connection: DuckDBConnection,
  query: string,
  file: string,
): Promise<void> {
  const unfinished = unfinishedName(file);
  try {
    await copyToParquet(connection, query, unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
