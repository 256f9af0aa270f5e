import { performance } from "node:perf_hooks";
import { VigieError } from "../../src/lib/error.js";
import type { Previous } from "../history/previous.js";
import type { Reuse } from "../history/reuse.js";
import { findAttachments } from "./attachments.js";
import type { Built } from "./build.js";
import { type Manifest, writeManifest } from "./manifest.js";
import { publish, unpublish } from "./publish.js";
import type { Alert, IngestReport, TableChange } from "./report.js";

/** A snapshot that is written, to be published. */
export interface Finished {
  built: Built;
  fictitious: boolean;
  previous: Previous | undefined;
  changes: TableChange[];
  alerts: Alert[];
  reuse: Reuse;
  work: string;
  /** `performance.now()` when the reading began. */
  started: number;
}

export interface ReleaseOptions {
  snapshots: string;
  allowIncomplete: boolean;
  /** Fingerprints of the versions shown on a site. */
  published: readonly string[];
}

/** Writes the manifest and publishes the snapshot; throws `incomplete-batch` as `ingest` says. */
export async function release(
  finished: Finished,
  { snapshots, allowIncomplete, published }: ReleaseOptions,
): Promise<IngestReport> {
  const { built, work, reuse } = finished;
  const { batch } = built;
  const manifest = await manifestOf(finished);
  const text = await writeManifest(work, manifest);
  const refused = !manifest.complete && !allowIncomplete;
  const aside = `${batch}.incomplete`;
  const snapshot = await publish(snapshots, refused ? aside : batch, work, text, published);
  await reuse.save(snapshot);
  if (!refused) await unpublish(snapshots, aside);
  const report = reportOf(finished, manifest, snapshot);
  if (refused) throw incomplete(report);
  return report;
}

async function manifestOf(finished: Finished): Promise<Manifest> {
  const { built, fictitious, previous, changes, alerts, work } = finished;
  const { batch, dateFin, files, tables, perimeter, freshness, absent } = built;
  return {
    batch,
    dateFin,
    fictitious,
    complete: files.every(({ fatal }) => fatal === null),
    perimeter,
    files: files.map(({ reused: _, messages, ...file }) => ({
      ...file,
      messages: messages.length,
    })),
    tables,
    attachments: await findAttachments(work, tables),
    previous: previous ? { batch: previous.batch, print: previous.print } : null,
    changes,
    absent,
    alerts,
    freshness,
  };
}

function reportOf(
  { built, started }: Finished,
  { complete, fictitious, perimeter, previous, changes, absent, alerts }: Manifest,
  snapshot: string,
): IngestReport {
  const { batch, files, tables } = built;
  return {
    batch,
    files,
    tables,
    complete,
    fictitious,
    perimeter,
    snapshot,
    alerts,
    previous: previous?.batch ?? null,
    changes,
    absent,
    seconds: Math.round(performance.now() - started) / 1000,
  };
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
