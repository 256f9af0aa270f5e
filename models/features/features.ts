import { join } from "node:path";
import { queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { makeFolder } from "../../loaders/folder.js";
import { openSnapshot } from "../../loaders/snapshot.js";
import type { Progress } from "../../src/lib/progress.js";
import { publish } from "../publish.js";
import { sha256 } from "../sha256.js";
import { createFeatures } from "./create.js";

export interface FeaturesOptions {
  /** Snapshot folder of a batch. */
  snapshot: string;
  /** Folder that receives `features.parquet`. */
  out: string;
  progress?: Progress;
}

export interface FeaturesSummary {
  rows: number;
  file: string;
  sha256: string;
}

/**
 * Computes every variable of `models/features` for each company of the perimeter and each month in
 * which it was already in it and employs, from the first with twelve months of contributions behind it to the last
 * observed, then what happened next, and writes `features.parquet` ordered by siren and month.
 * Nothing at a month depends on later data, except `outcome`.
 *
 * Throws a VigieError when the snapshot is absent or holds no contributions or headcounts.
 */
export async function buildFeatures({
  snapshot,
  out,
  progress,
}: FeaturesOptions): Promise<FeaturesSummary> {
  const file = join(out, "features.parquet");
  await makeFolder(out);
  const rows = await withDuckDB(async (connection) => {
    const manifest = await openSnapshot(connection, snapshot);
    await createFeatures(connection, manifest, progress);
    await publish(connection, "FROM features ORDER BY siren, periode", file);
    const [count] = await queryRows<{ rows: string }>(
      connection,
      "SELECT count(*) AS rows FROM features",
    );
    return Number(count?.rows);
  });
  return { rows, file, sha256: await sha256(file) };
}
