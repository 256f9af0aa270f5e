import { existsSync, readFileSync } from "node:fs";
import { VigieError } from "../lib/error.js";
import { type Editor, parseEditor, UNKNOWN_EDITOR } from "../lib/site/editor.js";

/** Where an entity says who it is, when `VIGIE_EDITEUR` names no other file. */
const DEFAULT_FILE = "site.json";

/**
 * Who deploys the site: the file named by `VIGIE_EDITEUR`, else `site.json` where the command is run,
 * else nobody known.
 *
 * @throws VigieError `missing-editor` when the file named is absent, `unusable-editor` when it is wrong.
 */
export function readEditor({ VIGIE_EDITEUR }: NodeJS.ProcessEnv = process.env): Editor {
  if (VIGIE_EDITEUR && !existsSync(VIGIE_EDITEUR)) throw missing(VIGIE_EDITEUR);
  const file = VIGIE_EDITEUR || DEFAULT_FILE;
  return existsSync(file) ? parseEditor(readFileSync(file, "utf8"), file) : UNKNOWN_EDITOR;
}

function missing(file: string): VigieError {
  return new VigieError(
    "missing-editor",
    `VIGIE_EDITEUR nomme ${file}, qui n’existe pas`,
    "Corrigez le chemin, ou retirez la variable.",
    2,
  );
}
