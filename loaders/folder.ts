import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Creates a folder and those above it. Node’s own `mkdir(…, {recursive: true})` never returns where
 * a file system answers ENOENT to a creation below a folder that exists (`/proc`), so each level is
 * made in turn. Throws the system's error, with the path that could not be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const status = await stat(folder).catch(() => undefined);
  if (status?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST" || status) throw error;
  });
}
