import { createHash } from "node:crypto";
import { readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { makeFolder } from "../folder.js";
import { isAlive } from "../isAlive.js";

/** Holds the immutable snapshots that the links of the folder above point to. */
const STORE = ".store";

const WORK = ".work-";

/** Characters of the fingerprint kept in names: one chance in 2^48 of a clash. */
const PRINT = 12;

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
 * Publishes a finished folder under `name`: it is moved to the store under its own fingerprint, then
 * the link is replaced by a rename, so that a reader sees the former snapshot or the new one and
 * never half of one. The former one is kept, those before it are removed.
 */
export async function publish(
  snapshots: string,
  name: string,
  work: string,
  manifest: string,
): Promise<string> {
  const print = createHash("sha256").update(manifest).digest("hex").slice(0, PRINT);
  const target = join(STORE, `${name}-${print}`);
  const link = join(snapshots, name);
  const former = await readlink(link).catch(() => undefined);
  await rename(work, join(snapshots, target)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    await rm(work, { recursive: true, force: true });
  });
  const fresh = `${link}.link-${process.pid}`;
  await rm(fresh, { force: true });
  await symlink(target, fresh);
  await rename(fresh, link);
  if (former && former !== target) await prune(snapshots, name, [target, former]);
  return link;
}

async function prune(snapshots: string, name: string, kept: readonly string[]): Promise<void> {
  const current = await readlink(join(snapshots, name));
  const names = [...kept, current].map((path) => basename(path));
  const ofName = new RegExp(`^${name.replaceAll(".", "\\.")}-[0-9a-f]{${PRINT}}$`);
  for (const entry of await readdir(join(snapshots, STORE)))
    if (ofName.test(entry) && !names.includes(entry))
      await rm(join(snapshots, STORE, entry), { recursive: true, force: true });
}

/** Removes a link and what it points to; nothing when there is none. */
export async function unpublish(snapshots: string, name: string): Promise<void> {
  const link = join(snapshots, name);
  const target = await readlink(link).catch(() => undefined);
  if (!target) return;
  await rm(link, { force: true });
  await rm(join(snapshots, target), { recursive: true, force: true });
}
