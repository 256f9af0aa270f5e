import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readEditor } from "../../src/data/editor.js";
import { missingFacts } from "../../src/lib/site/editor.js";

/**
 * Puts who deploys the site where its data loader would put it. Returns what that entity has yet to
 * say before the site is opened to the public.
 */
export async function placeEditor(pages: string): Promise<string[]> {
  const editor = readEditor();
  const folder = join(pages, ".observablehq", "cache", "data");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "editeur.json"), JSON.stringify(editor));
  return missingFacts(editor);
}
