import type { Mistake } from "./mistake.js";

const KIND = /^(?:[\w ]*?)(Parser|Binder|Catalog|Conversion|Invalid Input|Syntax) Error: /;

/** `LINE 3: …` and the caret below, which counts from the start of that text. */
const POSITION = /\nLINE \d+: (.*)\n(\s*)\^/;

export const isSqlError = (error: unknown): error is Error =>
  error instanceof Error && KIND.test(error.message);

/**
 * What an error of DuckDB says, with the line of the module where its SQL is: DuckDB quotes the line
 * at fault, which is looked for in the modules; failing that, the word under its caret.
 */
export function sqlMistake(error: Error, modules: ReadonlyMap<string, string>): Mistake {
  const [first = ""] = error.message.split("\n");
  const [, kind = ""] = KIND.exec(error.message) ?? [];
  const said = first.replace(KIND, "").trim();
  const place = whereIs(error.message, modules);
  const column = /Referenced column "([^"]+)" not found/.exec(error.message)?.[1];
  const table = /Table with name (\S+) does not exist/.exec(error.message)?.[1];
  const near = proposals(error.message);
  const choice = near.length > 0 ? `Écrivez plutôt ${near.map(quoted).join(" ou ")}` : undefined;
  if (column) {
    return {
      code: "undefined-column",
      message: `la colonne « ${column} » n’existe pas dans cette requête`,
      remedy: `${choice ?? "Ajoutez-la à la table lue, ou corrigez son nom"}.`,
      ...place,
    };
  }
  if (table) {
    return {
      code: "undefined-table",
      message: `la table « ${table} » n’existe pas`,
      remedy: `${choice ?? "Une famille de variables ne lit que la grille, les vues clean_* et les familles avant elle"}.`,
      ...place,
    };
  }
  return {
    code: kind === "Parser" || kind === "Syntax" ? "bad-sql" : "sql-error",
    message: `DuckDB refuse la requête : ${said}`,
    remedy: `${choice ?? "Corrigez le SQL à la ligne indiquée"}.`,
    ...place,
  };
}

const quoted = (name: string): string => `« ${name} »`;

/** Names that DuckDB proposes itself, without their table. */
function proposals(message: string): string[] {
  const [, list = ""] = /(?:Candidate bindings|Did you mean):?\s*([^\n]+)/.exec(message) ?? [];
  const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name!.split(".").at(-1)!);
  return [...new Set(names)].slice(0, 3);
}

function whereIs(
  message: string,
  modules: ReadonlyMap<string, string>,
): Pick<Mistake, "file" | "line" | "column"> {
  const [found, text = "", indent = ""] = POSITION.exec(message) ?? [];
  if (!found) return {};
  const offset = indent.length - /\nLINE \d+: /.exec(found)![0].length + 1;
  const word = /^\w+/.exec(text.slice(Math.max(0, offset)))?.[0] ?? "";
  // A long line is cut short on both sides, and what an expression made is in no module.
  const quotedLine = text.replace(/^\.{3}|\.{3}$/g, "").trim();
  return (
    find(modules, quotedLine, word) ?? (word.length > 3 ? find(modules, word, word) : {}) ?? {}
  );
}

function find(
  modules: ReadonlyMap<string, string>,
  text: string,
  word: string,
): Pick<Mistake, "file" | "line" | "column"> | undefined {
  if (text === "") return undefined;
  for (const [file, source] of modules) {
    const at = source.indexOf(text);
    if (at === -1) continue;
    const within = Math.max(0, text.indexOf(word));
    const before = source.slice(0, at + within).split("\n");
    return { file, line: before.length, column: before.at(-1)!.length + 1 };
  }
  return undefined;
}
