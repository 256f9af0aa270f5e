import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Puts a text where a data loader would put it; a file that says the same is left alone, because a
 * preview takes any write for a change. One write, so that no page reads half a table.
 */
export async function placeFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}
