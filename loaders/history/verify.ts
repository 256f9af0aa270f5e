import { existsSync } from "node:fs";
import { readdir, readlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { isBatchKey } from "../../src/lib/batch.js";
import { fingerprint } from "../ingest/fingerprint.js";
import { readManifest } from "../ingest/manifest.js";
import { printOf, versionFolder } from "../ingest/publish.js";
import type { Entry } from "./entry.js";
import { sumsOf } from "./reuse.js";

/** What is wrong with a snapshot that the journal tells of. */
export interface Finding {
  /** Entry of the journal; null when no entry tells of the snapshot. */
  entry: number | null;
  batch: string;
  snapshot: string;
  /** In French. */
  message: string;
}

/**
 * Compares the files of a snapshot folder with the SHA-256 that its manifest holds, and the manifest
 * with its own fingerprint; names, in French, what does not match.
 */
export async function verifySnapshot(
  folder: string,
  print: string,
  sumOf: (file: string) => Promise<string | undefined> = fileSum,
): Promise<string[]> {
  const found = await printOf(folder).catch(() => undefined);
  if (found === undefined) return ["manifest.json a disparu"];
  if (found !== print) return [`manifest.json a changé : empreinte ${found} au lieu de ${print}`];
  const wrong: string[] = [];
  for (const [file, sha256] of sumsOf(await readManifest(folder))) {
    const sum = await sumOf(join(folder, file));
    if (sum === undefined) wrong.push(`${file} a disparu`);
    else if (!sha256.startsWith(sum)) wrong.push(`${file} n’a plus l’empreinte enregistrée`);
  }
  return wrong;
}

const fileSum = (file: string): Promise<string | undefined> =>
  fingerprint(file).then(
    ({ sha256 }) => sha256,
    () => undefined,
  );

/**
 * Checks the snapshots that the journal tells of: those shown on a site and the last one of each
 * batch must be there, all that are there must be sound, and the published one must be known.
 */
export async function verifySnapshots(
  entries: readonly Entry[],
  snapshots: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { seq, event, batch, snapshot } of entries) {
    const folder = versionFolder(snapshots, batch, snapshot);
    const isLast = !entries.some((entry) => isIngest(entry, batch) && entry.seq > seq);
    const tell = (message: string) =>
      findings.push({ entry: seq, batch, snapshot, message: `${batch}@${snapshot} : ${message}` });
    if (!existsSync(folder)) {
      if (event === "publish" || isLast) tell("l’instantané a disparu");
    } else if (!seen.has(folder)) {
      for (const wrong of await verifySnapshot(folder, snapshot)) tell(wrong);
    }
    seen.add(folder);
  }
  return [...findings, ...(await unknownSnapshots(entries, snapshots))];
}

const isIngest = (entry: Entry, batch: string): boolean =>
  entry.event === "ingest" && entry.batch === batch;

/** Published batches whose version has no entry: the end of the journal is missing, or a run was cut. */
async function unknownSnapshots(entries: readonly Entry[], snapshots: string): Promise<Finding[]> {
  const names = existsSync(snapshots) ? (await readdir(snapshots)).filter(isBatchKey).sort() : [];
  const findings: Finding[] = [];
  for (const batch of names) {
    const target = await readlink(join(snapshots, batch)).catch(() => undefined);
    const snapshot = target && basename(target).slice(batch.length + 1);
    if (!snapshot || entries.some((entry) => entry.batch === batch && entry.snapshot === snapshot))
      continue;
    const message = `${batch}@${snapshot} : publié sans entrée au journal`;
    findings.push({ entry: null, batch, snapshot, message });
  }
  return findings;
}
