import type { NotebookTable } from "./tableIndex.js";

/** What a query reads of a table. */
export interface Mention {
  table: NotebookTable;
  columns: string[];
}

/** A text, a quoted name or a comment: not where a column is chosen by its bare name. */
const TEXTS = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Tables that a SQL query names, with the columns of each that it may read: those whose name is in
 * it, or all of them when it has a `*` that is not the one of `count(*)` nor a product. What is read
 * for nothing costs a little time; nothing that the query needs is left out.
 */
export function mentioned(sql: string, tables: readonly NotebookTable[]): Mention[] {
  const text = sql.replace(TEXTS, " ");
  const words = new Set((text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []).map(lower));
  const everything =
    /(?:\bselect\s+(?:distinct\s+)?|[,.]\s*)\*/i.test(text) ||
    /^\s*(?:from|describe|summarize)\b(?![\s\S]*\bselect\b)/i.test(text) ||
    words.has("columns");
  return tables
    .filter(({ name }) => words.has(lower(name)))
    .map((table) => {
      const names = table.columns.map(({ name }) => name);
      const read = everything ? names : names.filter((name) => words.has(lower(name)));
      // A count of rows reads no column: one is enough to know them.
      return { table, columns: read.length > 0 ? read : names.slice(0, 1) };
    });
}

const lower = (word: string): string => word.toLowerCase();
