import { parseBatch } from "../../src/lib/batch.js";
import type { DuckDBConnection } from "../duckdb.js";
import type { SourceFreshness } from "../ingest/manifest.js";
import type { Alert } from "../ingest/report.js";
import { type Acceptance, accept } from "./accept.js";
import { compare } from "./compare.js";
import type { Counted } from "./counters.js";
import { readPast } from "./past.js";
import type { ProfiledTable, TableProfile } from "./profile.js";
import { profileTables } from "./profileTables.js";

export interface WatchOptions {
  connection: DuckDBConnection;
  files: readonly Counted[];
  /** Every table of the snapshot that is being built, read or computed. */
  tables: readonly ProfiledTable[];
  freshness: readonly SourceFreshness[];
  /** Folder of the published snapshots. */
  snapshots: string;
  batch: string;
  accepted: readonly Acceptance[];
}

export interface Watch {
  /** For `writeProfiles`. */
  profiles: TableProfile[];
  /** By identifier. */
  alerts: Alert[];
}

/**
 * Describes a batch and compares it with the last twelve: no person reads its logs, as the agreement
 * of 2020 wants. Throws `acceptance` when an acceptance matches no alert.
 */
export async function watch({
  connection,
  files,
  tables,
  freshness,
  snapshots,
  batch,
  accepted,
}: WatchOptions): Promise<Watch> {
  const { dateFin } = parseBatch(batch);
  const profiles = await profileTables(connection, tables);
  const past = await readPast(snapshots, batch);
  const alerts = compare({ dateFin, files, freshness, profiles }, past);
  return { profiles, alerts: accept(alerts, accepted) };
}
