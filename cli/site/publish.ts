import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";

/** Where a site is made before it takes its place, and where the one it replaces waits. */
export const nextFolder = (out: string): string => `${out}.next`;
const previousFolder = (out: string): string => `${out}.previous`;

/** Puts back a site that a killed publication left aside, and clears what it was building. */
export async function recover(out: string): Promise<void> {
  if (!existsSync(out) && existsSync(previousFolder(out))) await rename(previousFolder(out), out);
  await rm(previousFolder(out), { recursive: true, force: true });
  await rm(nextFolder(out), { recursive: true, force: true });
}

/**
 * Puts `<out>.next` in the place of `<out>` by renaming, so that no reader sees half a site; the old
 * one goes once the new one is there, and comes back if it cannot be.
 */
export async function publish(out: string): Promise<void> {
  const replaces = existsSync(out);
  if (replaces) await rename(out, previousFolder(out));
  try {
    await rename(nextFolder(out), out);
  } catch (error) {
    if (replaces) await rename(previousFolder(out), out);
    throw error;
  }
  await rm(previousFolder(out), { recursive: true, force: true });
}
