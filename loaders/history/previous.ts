import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isBatchKey } from "../../src/lib/batch.js";
import { type Manifest, readManifest } from "../ingest/manifest.js";
import { printOf } from "../ingest/publish.js";

/** The snapshot that a batch is compared with and that its flows are added to. */
export interface Previous {
  batch: string;
  /** Fingerprint of its manifest. */
  print: string;
  folder: string;
  manifest: Manifest;
}

/**
 * Key of the published batch that comes just before `batch`, undefined when there is none. Keys sort
 * as texts: a sub-batch `AAMM_NN` comes after `AAMM` and the `NN` before it, and before the next month.
 */
export function previousBatch(snapshots: string, batch: string): string | undefined {
  if (!existsSync(snapshots)) return undefined;
  return readdirSync(snapshots)
    .filter((name) => isBatchKey(name) && name < batch)
    .sort()
    .at(-1);
}

/** The snapshot of {@link previousBatch}; throws `snapshot-missing` when its link leads nowhere. */
export async function previousSnapshot(
  snapshots: string,
  batch: string,
): Promise<Previous | undefined> {
  const key = previousBatch(snapshots, batch);
  if (!key) return undefined;
  const folder = join(snapshots, key);
  const manifest = await readManifest(folder);
  return { batch: key, print: await printOf(folder), folder, manifest };
}

/** The Parquet file of a table of that snapshot, undefined when it has no such table. */
export function previousTable(previous: Previous | undefined, table: string): string | undefined {
  const found = previous?.manifest.tables.find((report) => report.table === table);
  return found && join(previous!.folder, found.file);
}
