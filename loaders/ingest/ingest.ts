import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseBatch } from "../../src/lib/batch.js";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import { type DuckDBConnection, literal, withDuckDB } from "../duckdb.js";
import { filter as filterSource } from "../sources/filter.js";
import { asVigieError } from "../systemError.js";
import { compareRejects } from "./alerts.js";
import { Build, type Built } from "./build.js";
import { findExtracts, perimeterExtract } from "./extracts.js";
import { type Manifest, writeManifest } from "./manifest.js";
import { makeWork, publish, unpublish } from "./publish.js";
import type { IngestReport } from "./report.js";

export interface IngestOptions {
  /** `AAMM` or `AAMM_NN`. */
  batch: string;
  /** Holds the extracts, or a folder of them per batch. */
  extracts: string;
  snapshots: string;
  /** File of SIREN; defaults to a `filter*.csv` among the extracts, then to a computed perimeter. */
  perimeter?: string | undefined;
  /** Keep the companies of the perimeter only; defaults to true. */
  filter?: boolean | undefined;
  /** Publish in spite of unreadable files; defaults to false. */
  allowIncomplete?: boolean | undefined;
  progress?: Progress | undefined;
}

/**
 * Reads the extracts of a batch, checks and accounts for every line, and publishes a snapshot:
 * Parquet tables and `manifest.json`. With an unreadable file and without `allowIncomplete`, the
 * snapshot is published aside as `<batch>.incomplete`, the former one stays, and `VigieError`
 * `incomplete-batch` is thrown with the report in `details`. Other errors: `batch-key`,
 * `extracts-missing`, `extracts-twice`, `perimeter-missing`, `write-error`.
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
      const { snapshots, filter = true, progress = () => {} } = options;
      const build = new Build({ batch, extracts, snapshots, filter, work, progress });
      const spill = join(work, "spill");
      const built = await withDuckDB(
        async (connection) => {
          await useDisk(connection, spill);
          return build.run(connection);
        },
        { temporaryDirectory: spill, memoryLimit: MEMORY },
      );
      await rm(spill, { recursive: true, force: true });
      return await release(options, { ...built, fictitious }, work, started);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw asVigieError(error, options.snapshots);
  }
}

/** Leaves room for Node and DuckDB's own buffers within 1.5 GB. */
const MEMORY = "1000MB";

/** Tables being read go to a file, compressed as they grow: memory does not depend on their size. */
async function useDisk(connection: DuckDBConnection, folder: string): Promise<void> {
  await mkdir(folder);
  await connection.run(`ATTACH ${literal(join(folder, "rows.duckdb"))} AS rows`);
  await connection.run("USE rows");
}

async function release(
  { snapshots, allowIncomplete = false }: IngestOptions,
  built: Built & { fictitious: boolean },
  work: string,
  started: number,
): Promise<IngestReport> {
  const { batch, files, tables, perimeter, fictitious, freshness, dateFin } = built;
  const complete = files.every(({ fatal }) => fatal === null);
  const manifest: Manifest = {
    batch,
    dateFin,
    fictitious,
    complete,
    perimeter,
    files: files.map((file) => ({ ...file, messages: file.messages.length })),
    tables,
    freshness,
  };
  const alerts = await compareRejects(join(snapshots, batch), files);
  const text = await writeManifest(work, manifest);
  const aside = `${batch}.incomplete`;
  const refused = !complete && !allowIncomplete;
  const snapshot = await publish(snapshots, refused ? aside : batch, work, text);
  if (!refused) await unpublish(snapshots, aside);
  const seconds = Math.round(performance.now() - started) / 1000;
  const report = {
    batch,
    files,
    tables,
    complete,
    fictitious,
    perimeter,
    snapshot,
    alerts,
    seconds,
  };
  if (refused) throw incomplete(report);
  return report;
}

function incomplete(report: IngestReport): VigieError {
  const fatal = report.files.filter((file) => file.fatal !== null);
  return new VigieError(
    "incomplete-batch",
    `lot ${report.batch} incomplet : ${fatal.map((file) => file.fatal).join(" ")}`.replace(
      /\.? *$/,
      "",
    ),
    `L’instantané précédent reste en place, celui-ci est dans ${report.snapshot} ; corriger les fichiers ou publier quand même avec --allow-incomplete`,
    1,
    report,
  );
}
