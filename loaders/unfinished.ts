import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./isAlive.js";

/** Where a file or folder is written before it takes its name, apart from what another process writes. */
export const unfinishedName = (path: string): string => `${path}.${process.pid}.tmp`;

/**
 * Removes what processes that no longer exist left unfinished of `path`, in its folder and, when it is
 * a folder, in itself: a run that is killed cannot.
 */
export async function removeUnfinished(path: string): Promise<void> {
  await removeAbandoned(dirname(path), (name) => name.startsWith(`${basename(path)}.`));
  await removeAbandoned(path, () => true);
}

async function removeAbandoned(folder: string, concerned: (name: string) => boolean) {
  // Absent before the first run; a file has nothing inside.
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid && concerned(name) && !isAlive(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
