import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Puts a file where a data loader would put it; a file that says the same is left alone, because a
 * preview takes any write for a change. One write, so that no page reads half a table.
 */
export async function placeFile(file: string, content: string | Buffer): Promise<void> {
  const bytes = Buffer.from(content);
  await mkdir(dirname(file), { recursive: true });
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(file, bytes);
}
