import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Batch, parseBatch } from "../../src/lib/batch.js";
import type { Progress } from "../../src/lib/progress.js";
import { type DuckDBConnection, literal, withDuckDB } from "../duckdb.js";
import { previousSnapshot } from "../history/previous.js";
import { Reuse } from "../history/reuse.js";
import { snapshotChanges } from "../history/snapshotChanges.js";
import { PERIMETER, type PerimeterMonths } from "../perimeterRule.js";
import { filter as filterSource } from "../sources/filter.js";
import { asVigieError } from "../systemError.js";
import { type Acceptance, accept } from "../watch/accept.js";
import { writeProfiles } from "../watch/profileFile.js";
import { watch } from "../watch/watch.js";
import { Build } from "./build.js";
import { type Extract, findExtracts, perimeterExtract } from "./extracts.js";
import { makeWork, printOf } from "./publish.js";
import { release } from "./release.js";
import type { Alert, IngestReport } from "./report.js";

export interface IngestOptions {
  /** `AAMM` or `AAMM_NN`. */
  batch: string;
  /** Holds the extracts, or a folder of them per batch. */
  extracts: string;
  snapshots: string;
  /** File of SIREN; defaults to a `filter*.csv` among the extracts, then to a computed perimeter. */
  perimeter?: string | undefined;
  /** Depth of the rule of a computed perimeter (§1.7); defaults to 36 months. */
  perimeterMonths?: PerimeterMonths | undefined;
  /** Keep the companies of the perimeter only; defaults to true. */
  filter?: boolean | undefined;
  /** Publish in spite of unreadable files; defaults to false. */
  allowIncomplete?: boolean | undefined;
  /** Fingerprint of the code that reads: without it, every source is read again. */
  code?: string | undefined;
  /** Fingerprints of the versions shown on a site, which are never removed. */
  published?: readonly string[] | undefined;
  /** Alerts that a person lets through. */
  accepted?: readonly Acceptance[] | undefined;
  /** Reasons by alert given in former runs of the batch; those of an alert that is gone are left. */
  acceptedBefore?: Readonly<Record<string, string>> | undefined;
  progress?: Progress | undefined;
}

/**
 * Reads the extracts of a batch, checks and accounts for every line, and publishes a snapshot:
 * Parquet tables and `manifest.json`. With an unreadable file and without `allowIncomplete`, the
 * snapshot is published aside as `<batch>.incomplete`, the former one stays, and `VigieError`
 * `incomplete-batch` is thrown with the report in `details`. Other errors: `batch-key`,
 * `extracts-missing`, `extracts-twice`, `perimeter-missing`, `write-error`, `acceptance`.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const batch = parseBatch(options.batch);
  const { files, fictitious } = await findExtracts(options.extracts, batch.key);
  const given = options.perimeter && perimeterExtract(options.perimeter, filterSource);
  const extracts = given
    ? [given, ...files.filter(({ source }) => source !== filterSource)]
    : files;
  try {
    const work = await makeWork(options.snapshots, batch.key);
    try {
      return await ingestInto(work, options, { batch, extracts, fictitious, started });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw asVigieError(error, options.snapshots);
  }
}

interface Request {
  batch: Batch;
  extracts: readonly Extract[];
  fictitious: boolean;
  started: number;
}

async function ingestInto(
  work: string,
  options: IngestOptions,
  { batch, extracts, fictitious, started }: Request,
): Promise<IngestReport> {
  const { snapshots, filter = true, progress = () => {}, code } = options;
  const { allowIncomplete = false, published = [] } = options;
  const { accepted = [], acceptedBefore = {} } = options;
  const { perimeterMonths = PERIMETER.monthsAtDate } = options;
  const previous = await previousSnapshot(snapshots, batch.key);
  const reuse = await Reuse.open(snapshots, [batch.key, `${batch.key}.incomplete`], work, code);
  const parentPrint = batch.parent ? await findPrint(join(snapshots, batch.parent)) : null;
  const made = { batch, extracts, snapshots, filter, work, progress, previous, parentPrint, reuse };
  const spill = join(work, "spill");
  const written = await withDuckDB(
    async (connection, connect) => {
      await useDisk(connection, spill);
      const other = await connect();
      await other.run("USE rows");
      const built = await new Build({ ...made, perimeterMonths }).run(connection, [other]);
      const { tables } = built;
      const changes = await snapshotChanges(connection, { tables, work, previous, reuse });
      const { files, freshness } = built;
      const read = tables.map(({ table, file }) => ({ name: table, file: join(work, file) }));
      const watched = { connection, files, tables: read, freshness, snapshots };
      const { profiles, alerts: raised } = await watch({
        ...watched,
        batch: batch.key,
        accepted: [],
      });
      const alerts = accept(raised, allAccepted(raised, accepted, acceptedBefore));
      await writeProfiles(work, profiles);
      return { built, changes, alerts };
    },
    { temporaryDirectory: spill, memoryLimit: MEMORY },
  );
  await rm(spill, { recursive: true, force: true });
  const finished = { ...written, fictitious, previous, reuse, work, started };
  return release(finished, { snapshots, allowIncomplete, published });
}

function allAccepted(
  alerts: readonly Alert[],
  now: readonly Acceptance[],
  before: Readonly<Record<string, string>>,
): Acceptance[] {
  const known = Object.entries(before)
    .map(([id, reason]) => ({ id, reason }))
    .filter(({ id }) => alerts.some((alert) => alert.id === id))
    .filter(({ id }) => !now.some((acceptance) => acceptance.id === id));
  return [...known, ...now];
}

const findPrint = (snapshot: string): Promise<string | null> => printOf(snapshot).catch(() => null);

/**
 * Two files of all of France side by side, sorted and spilled; what DuckDB may take is not what it
 * takes of a smaller batch.
 */
const MEMORY = "3GB";

/** Tables being read go to a file, compressed as they grow: memory does not depend on their size. */
async function useDisk(connection: DuckDBConnection, folder: string): Promise<void> {
  await mkdir(folder);
  await connection.run(`ATTACH ${literal(join(folder, "rows.duckdb"))} AS rows`);
  await connection.run("USE rows");
}
