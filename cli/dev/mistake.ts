import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asVigieError } from "../../loaders/systemError.js";
import { VigieError } from "../../src/lib/error.js";

/** Something wrong in what an author wrote, as the open page shows it. */
export interface Mistake {
  /** Stable, searchable. */
  code: string;
  /** What is wrong, in French, without final period. */
  message: string;
  /** What to do, as a sentence. */
  remedy: string;
  /** Path in the repository. */
  file?: string;
  /** From 1. */
  line?: number;
  /** From 1. */
  column?: number;
  /** Name that nothing defines, unless the browser does: the page decides. */
  identifier?: string;
}

/** What any error thrown by a step says, and in which file of the repository when its stack knows. */
export function mistakeOf(error: unknown, root: string): Mistake {
  const known = asVigieError(error);
  if (known instanceof VigieError) {
    const place = quotedPlace(known.details, root) ?? placeOf(known, root);
    return { code: known.code, message: known.message, remedy: known.remedy, ...place };
  }
  const place = placeOf(known, root);
  const message = known instanceof Error ? `${known.name} : ${known.message}` : String(known);
  return {
    code: "bug",
    message,
    remedy: "Corrigez la ligne indiquée ; la page se mettra à jour d’elle-même.",
    ...place,
  };
}

/** `fichier.ts:12:3`, for people and for editors that open such addresses. */
export function placeText({ file, line, column }: Mistake): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** First line of the stack that is in the repository and not in a library. */
function placeOf(error: unknown, root: string): Pick<Mistake, "file" | "line" | "column"> {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const [, path, line, column] of stack.matchAll(
    /(\/[^\s():?]+)(?:\?[^\s:]*)?:(\d+):(\d+)/g,
  )) {
    if (!path!.startsWith(root) || path!.includes("/node_modules/")) continue;
    return { file: path!.slice(root.length), line: Number(line), column: Number(column) };
  }
  return {};
}

/** A check names the file, or a folder to look in, and what is written there; its own line is of no use. */
function quotedPlace(details: unknown, root: string): Pick<Mistake, "file" | "line"> | undefined {
  const { file, folder, quote } = (details ?? {}) as Record<string, string | undefined>;
  if (!quote || (!file && !folder)) return undefined;
  const files = file ? [file] : readdirSync(join(root, folder!)).map((name) => join(folder!, name));
  for (const candidate of files.sort()) {
    if (!candidate.endsWith(".ts") || !existsSync(join(root, candidate))) continue;
    const lines = readFileSync(join(root, candidate), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes(quote)) + 1;
    if (line > 0) return { file: candidate, line };
  }
  return file ? { file } : undefined;
}
