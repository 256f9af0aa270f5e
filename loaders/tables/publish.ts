import { createHash } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "../folder.js";
import { unfinishedName } from "../unfinished.js";

export interface PublishedFile {
  /** Path inside the folder of page tables, with slashes. */
  file: string;
  bytes: number;
  sha256: string;
}

/**
 * Writes every page table as one line of JSON into a new folder, then puts it in place of `out` by
 * renaming: a failure on the way leaves the former tables as they were. `more` writes other files in
 * the same folder.
 */
export async function publish(
  out: string,
  tables: Map<string, unknown>,
  more: (folder: string) => Promise<PublishedFile[]> = async () => [],
): Promise<PublishedFile[]> {
  const next = unfinishedName(out);
  const former = unfinishedName(`${out}.former`);
  try {
    const files: PublishedFile[] = [];
    for (const [file, table] of tables) files.push(await write(next, file, table));
    files.push(...(await more(next)));
    await swap(next, out, former);
    await rm(former, { recursive: true, force: true });
    return files;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

async function swap(next: string, out: string, former: string): Promise<void> {
  await rename(out, former).catch(ignoreAbsent);
  try {
    await rename(next, out);
  } catch (error) {
    await rename(former, out).catch(ignoreAbsent);
    throw error;
  }
}

async function write(folder: string, file: string, table: unknown): Promise<PublishedFile> {
  const text = `${JSON.stringify(table)}\n`;
  await makeFolder(dirname(join(folder, file)));
  await writeFile(join(folder, file), text);
  return {
    file,
    bytes: Buffer.byteLength(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
