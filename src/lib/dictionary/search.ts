import { folded } from "../format/folded.js";
import type { Dictionary, DictionaryColumn, DictionaryTable } from "./dictionary.js";

/** A column, in its table. */
export interface FoundColumn {
  table: DictionaryTable;
  column: DictionaryColumn;
}

export interface ColumnSearch {
  /** Name of a table; all of them when empty. */
  table: string;
  /** Words that the column must all hold, in its name, its description, its unit or its table. */
  text: string;
}

/** Columns that a reader looks for, whatever the accents and the case, in the order of the tables. */
export function searchColumns(
  { tables }: Dictionary,
  { table, text }: ColumnSearch,
): FoundColumn[] {
  const words = folded(text).split(" ").filter(Boolean);
  return tables
    .filter(({ name }) => table === "" || name === table)
    .flatMap((found) => found.columns.map((column) => ({ table: found, column })))
    .filter((found) => holds(found, words));
}

function holds({ table, column }: FoundColumn, words: readonly string[]): boolean {
  const { name, description, unit } = column;
  const haystack = folded([table.name, table.title, name, description, unit].join(" "));
  return words.every((word) => haystack.includes(word));
}
