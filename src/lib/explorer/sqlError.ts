import { nonBreaking } from "../format/typography.js";
import { type SqlPosition, sqlPosition } from "./sqlPosition.js";

/** What is wrong with a query, in French. */
export interface SqlError {
  message: string;
  position: SqlPosition | null;
}

/** Messages of DuckDB 1.4 (`src/parser`, `src/planner/binder`, `src/catalog`), and what they mean. */
const MEANINGS: readonly [RegExp, (...parts: string[]) => string][] = [
  [/unterminated quoted/, () => "une apostrophe ou un guillemet n’est pas refermé"],
  [/syntax error at or near "([^"]*)"/, (word) => `« ${word} » n’est pas attendu à cet endroit`],
  [
    /Table with name "?([^\s"!]+)"? does not exist!/,
    (table) => `la table « ${table} » n’existe pas ; les tables sont celles de la liste`,
  ],
  [
    /Function with name "?([^\s"]+)"? does not exist!/,
    (name) => `la fonction « ${name} » n’existe pas`,
  ],
  [
    /Referenced column "([^"]+)" (?:was )?not found[\s\S]*?Candidate bindings: ([^\n]+)/,
    (column, others) => `la colonne « ${column} » n’existe pas ; peut-être ${quoted(others)}`,
  ],
  [/Referenced column "([^"]+)"/, (column) => `la colonne « ${column} » n’existe pas`],
  [
    /Referenced table "([^"]+)" not found/,
    (table) => `« ${table} » n’est ni une table de la requête ni son autre nom`,
  ],
  [
    /Ambiguous reference to column name "([^"]+)"/,
    (column) => `plusieurs tables ont une colonne « ${column} » : écrivez table.${column}`,
  ],
  [
    /column "?([^\s"]+)"? must appear in the GROUP BY clause/,
    (column) =>
      `la colonne « ${column} » doit être dans GROUP BY, ou dans un calcul comme max(${column})`,
  ],
  [
    /No function matches the given name and argument types '([^']+)'/,
    (call) => `la fonction ${call} n’existe pas pour des valeurs de ce type`,
  ],
  [
    /Could not convert string '([^']*)' to (\w+)/,
    (text, type) => `« ${text} » ne se lit pas comme un ${type}`,
  ],
  [/Cannot prepare multiple statements/, () => "une seule requête à la fois"],
  [
    /Permission Error|disabled by configuration/,
    () => "une requête ne lit que les tables publiées, aucun fichier ni aucune adresse",
  ],
  [
    /Out of Memory|could not allocate|memory access out of bounds/i,
    () => "elle demande plus de mémoire que le navigateur n’en donne : restreignez-la",
  ],
];

/**
 * What DuckDB says of a query, told in French with its place; the words of DuckDB themselves when
 * they are not known.
 */
export function explainSqlError(error: string, sql: string): SqlError {
  const message = wordsOf(error);
  const position = sqlPosition(message, sql);
  const meaning = isTooShort(message, position) ? TOO_SHORT : meaningOf(message);
  return { message: nonBreaking(`La requête n’a pas pu être lue : ${meaning}.`), position };
}

const TOO_SHORT = "elle s’arrête avant d’être complète";

/** DuckDB then stumbles on what closes the query, which the reader has not written. */
function isTooShort(message: string, position: SqlPosition | null): boolean {
  return position === null && /syntax error at (end of input|or near "\)")/.test(message);
}

function meaningOf(message: string): string {
  for (const [form, meaning] of MEANINGS) {
    const found = form.exec(message);
    if (found) return meaning(...found.slice(1));
  }
  return `DuckDB répond « ${message.split("\n")[0]} »`;
}

/** `"periode", "valeur"` gives « periode », « valeur ». */
const quoted = (names: string): string => names.replace(/"([^"]+)"/g, "« $1 »");

/** Errors of the parser come as JSON. */
function wordsOf(error: string): string {
  if (!error.startsWith("{")) return error;
  try {
    return (JSON.parse(error) as { exception_message?: string }).exception_message ?? error;
  } catch {
    return error;
  }
}
