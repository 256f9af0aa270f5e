import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import { edited } from "./edit.js";
import { KINDS, type KindName } from "./kinds.js";
import { checkName } from "./name.js";

export interface Created {
  kind: KindName;
  name: string;
  /** Files written, by their path from the root. */
  written: string[];
  /** Files that were there and received lines. */
  changed: string[];
  /** Commands to run, the test first. */
  next: string[];
}

export interface CreateOptions {
  /** Root of the repository. */
  root: string;
  /** Says what would be written, and writes nothing. */
  dryRun?: boolean;
}

/**
 * Writes the starting point of a feature, a source, a model or a notebook, and enters it where its
 * kind is listed. All is checked before anything is written, and nothing is written over.
 *
 * Throws a VigieError on a name that is refused, a file that exists or a list that has changed.
 */
export async function create(
  kind: KindName,
  name: string,
  { root, dryRun = false }: CreateOptions,
): Promise<Created> {
  const { label, style, taken, start } = KINDS[kind];
  await checkName(name, style, await taken(root), label);
  const { files, edits, test, next } = start(name);
  const written = Object.keys(files);
  const existing = written.find((file) => existsSync(join(root, file)));
  if (existing !== undefined) throw fileExists(existing);
  const changes = new Map<string, string>();
  for (const edit of edits) {
    const text = changes.get(edit.file) ?? (await readFile(join(root, edit.file), "utf8"));
    changes.set(edit.file, edited(text, edit));
  }
  if (!dryRun) await write(root, files, changes);
  const commands = [`npx vitest run --project unit ${test}`, ...next];
  return { kind, name, written, changed: [...changes.keys()], next: commands };
}

async function write(
  root: string,
  files: Readonly<Record<string, string>>,
  changes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text, { flag: "wx" });
  }
  for (const [file, text] of changes) await writeFile(join(root, file), text);
}

function fileExists(file: string): VigieError {
  return new VigieError(
    "file-exists",
    `${file} existe déjà : rien n’a été écrit`,
    "Choisissez un autre nom, ou supprimez ce fichier s’il ne sert plus.",
    2,
  );
}
