import { join } from "node:path";
import { readEditor } from "../../src/data/editor.js";
import { missingFacts } from "../../src/lib/site/editor.js";
import { placeFile } from "./placeFile.js";

/**
 * Puts who deploys the site where its data loader would put it. Returns what that entity has yet to
 * say before the site is opened to the public.
 */
export async function placeEditor(pages: string): Promise<string[]> {
  const editor = readEditor();
  await placeFile(
    join(pages, ".observablehq", "cache", "data", "editeur.json"),
    JSON.stringify(editor),
  );
  return missingFacts(editor);
}
