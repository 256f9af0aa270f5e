import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isBatchKey } from "../../src/lib/batch.js";
import { type Manifest, readManifest } from "../ingest/manifest.js";
import type { Counted } from "./counters.js";
import type { TableProfile } from "./profile.js";
import { readProfiles } from "./profileFile.js";
import { PAST } from "./thresholds.js";

/** What a published batch looked like. */
export interface PastBatch extends Pick<Manifest, "batch" | "dateFin" | "freshness" | "alerts"> {
  files: readonly Counted[];
  profiles: readonly TableProfile[];
}

/** Batches published before there were alerts have none. */
type EarlierManifest = Omit<Manifest, "alerts"> & Partial<Pick<Manifest, "alerts">>;

/** The last {@link PAST} batches published before `batch`, oldest first. */
export async function readPast(snapshots: string, batch: string): Promise<PastBatch[]> {
  if (!existsSync(snapshots)) return [];
  const keys = readdirSync(snapshots)
    .filter((name) => isBatchKey(name) && name < batch)
    .sort()
    .slice(-PAST);
  const past: PastBatch[] = [];
  for (const key of keys) {
    const folder = join(snapshots, key);
    const manifest: EarlierManifest = await readManifest(folder);
    const { alerts = [] } = manifest;
    past.push({ ...manifest, alerts, profiles: await readProfiles(folder) });
  }
  return past;
}

/**
 * Batches that a measure is compared with: since the last one where a person accepted its jump, and
 * without those whose table has an alert that nobody accepted, as wrong data must not become usual.
 */
export function comparable(past: readonly PastBatch[], table: string, id: string): PastBatch[] {
  const since = past.findLastIndex(({ alerts }) =>
    alerts.some((alert) => alert.id === id && alert.accepted !== null),
  );
  return past
    .slice(Math.max(since, 0))
    .filter(
      ({ alerts }) => !alerts.some((alert) => alert.table === table && alert.accepted === null),
    );
}
