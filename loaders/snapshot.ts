import { join } from "node:path";
import type { DuckDBConnection } from "./duckdb.js";
import { type Manifest, readManifest } from "./ingest/manifest.js";
import { viewParquet } from "./ingest/write.js";

/**
 * Creates one view per table of a snapshot, those as read and those for consumers (`clean_*`), and
 * returns its manifest. Throws `VigieError` with code `snapshot-missing` when the folder holds none.
 */
export async function openSnapshot(
  connection: DuckDBConnection,
  directory: string,
): Promise<Manifest> {
  const manifest = await readManifest(directory);
  for (const { table, file } of manifest.tables)
    await viewParquet(connection, table, join(directory, file));
  return manifest;
}
