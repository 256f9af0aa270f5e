import { createHash } from "node:crypto";
import { chmod, open, readdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { makeFolder } from "../folder.js";
import { isAlive } from "../isAlive.js";
import { MANIFEST } from "./manifest.js";

/** Holds the immutable snapshots that the links of the folder above point to. */
export const STORE = ".store";

const WORK = ".work-";

/** Characters of the fingerprint kept in names: one chance in 2^48 of a clash. */
export const PRINT = 12;

/** Read by everybody, written by nobody: a published snapshot never changes. */
const READ_ONLY = 0o444;

/** Fingerprint of a snapshot from the text of its manifest, which holds those of all its files. */
export function printOfManifest(manifest: string): string {
  return createHash("sha256").update(manifest).digest("hex").slice(0, PRINT);
}

/** Fingerprint of a snapshot folder; throws the system's error when it has no manifest. */
export async function printOf(snapshot: string): Promise<string> {
  return printOfManifest(await readFile(join(snapshot, MANIFEST), "utf8"));
}

/** Where the version of a batch with this fingerprint is, there or not. */
export function versionFolder(snapshots: string, name: string, print: string): string {
  return join(snapshots, STORE, `${name}-${print}`);
}

/** Fingerprints of the versions of a batch that are still there, in their order. */
export async function versionsOf(snapshots: string, name: string): Promise<string[]> {
  const entries = await readdir(join(snapshots, STORE)).catch(() => []);
  return entries
    .filter((entry) => isVersionOf(entry, name))
    .map((entry) => entry.slice(-PRINT))
    .sort();
}

function isVersionOf(entry: string, name: string): boolean {
  return (
    entry.startsWith(`${name}-`) &&
    /^[0-9a-f]+$/.test(entry.slice(name.length + 1)) &&
    entry.length === name.length + 1 + PRINT
  );
}

/** A fresh folder to build a snapshot in; folders of processes that died are removed. */
export async function makeWork(snapshots: string, batch: string): Promise<string> {
  await makeFolder(join(snapshots, STORE));
  for (const name of await readdir(snapshots))
    if (isAbandoned(name)) await rm(join(snapshots, name), { recursive: true, force: true });
  const work = join(snapshots, `${WORK}${batch}-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await makeFolder(join(work, "rejects"));
  return work;
}

function isAbandoned(name: string): boolean {
  const pid = name.startsWith(WORK) ? Number(name.split("-").at(-1)) : 0;
  return pid > 0 && pid !== process.pid && !isAlive(pid);
}

/**
 * Publishes a finished folder under `name`: its files are made read-only and written to the disk, it
 * is moved to the store under its own fingerprint, then the link is replaced by a rename, so that a
 * reader sees the former snapshot or the new one and never half of one, even after a power cut. The
 * former one is kept, and those whose fingerprint is in `published`; the others are removed.
 */
export async function publish(
  snapshots: string,
  name: string,
  work: string,
  manifest: string,
  published: readonly string[] = [],
): Promise<string> {
  const print = printOfManifest(manifest);
  const target = versionFolder(snapshots, name, print);
  const link = join(snapshots, name);
  const former = await readlink(link).catch(() => undefined);
  await settle(work);
  await rename(work, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    await mend(target, work);
  });
  await rm(work, { recursive: true, force: true });
  await sync(join(snapshots, STORE));
  const fresh = `${link}.link-${process.pid}`;
  await rm(fresh, { force: true });
  await symlink(join(STORE, basename(target)), fresh);
  await rename(fresh, link);
  await sync(snapshots);
  const formerPrint = former?.slice(-PRINT);
  if (formerPrint && formerPrint !== print)
    await prune(snapshots, name, [...published, print, formerPrint]);
  return link;
}

/**
 * The version is there already, made from the same manifest: each file takes the place of its like,
 * which mends one that was damaged and which no reader sees otherwise.
 */
async function mend(target: string, work: string): Promise<void> {
  for (const entry of await readdir(work, { withFileTypes: true })) {
    const [from, to] = [join(work, entry.name), join(target, entry.name)];
    if (!entry.isDirectory()) await rename(from, to);
    else {
      await makeFolder(to);
      await mend(to, from);
    }
  }
}

async function settle(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settle(path);
    else {
      await chmod(path, READ_ONLY);
      await sync(path);
    }
  }
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function prune(snapshots: string, name: string, kept: readonly string[]): Promise<void> {
  for (const print of await versionsOf(snapshots, name)) {
    if (kept.includes(print)) continue;
    const folder = versionFolder(snapshots, name, print);
    await rm(folder, { recursive: true, force: true });
    await rm(originsFile(folder), { force: true });
  }
}

/** What the parts of a version were made from, kept beside it so that it is not part of it. */
export const originsFile = (version: string): string => `${version}.origins.json`;

/** Removes a link and what it points to; nothing when there is none. */
export async function unpublish(snapshots: string, name: string): Promise<void> {
  const link = join(snapshots, name);
  const target = await readlink(link).catch(() => undefined);
  if (!target) return;
  await rm(link, { force: true });
  await rm(join(snapshots, target), { recursive: true, force: true });
  await rm(originsFile(join(snapshots, target)), { force: true });
}
