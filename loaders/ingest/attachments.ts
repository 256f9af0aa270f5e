import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fingerprint } from "./fingerprint.js";
import type { Attachment } from "./manifest.js";
import type { TableReport } from "./report.js";

/** Fingerprints of the files of a folder besides its tables, by name. */
export async function findAttachments(
  folder: string,
  tables: readonly TableReport[],
): Promise<Attachment[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !tables.some((table) => table.file === file))
    .sort();
  const attachments: Attachment[] = [];
  for (const file of files)
    attachments.push({ file, sha256: (await fingerprint(join(folder, file))).sha256 });
  return attachments;
}
