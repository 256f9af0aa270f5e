import { LINES_BEFORE } from "./boundedSql.js";

/** Where a query is wrong, lines and columns from 1. */
export interface SqlPosition {
  line: number;
  column: number;
}

/** Before and after a line that DuckDB cuts. */
const CUT = "...";

const EXCERPT = /\nLINE (\d+): (.*)\n( *)\^/;

/**
 * The place that DuckDB underlines (`LINE 2: select a form b` and a caret under it), in the query as
 * the reader wrote it; null when it underlines nothing, or the end of what it was given.
 */
export function sqlPosition(message: string, sql: string): SqlPosition | null {
  const [, number = "", excerpt = "", indent = ""] = EXCERPT.exec(message) ?? [];
  const line = Number(number) - LINES_BEFORE;
  const written = sql.split("\n")[line - 1];
  if (written === undefined || number === "") return null;
  const within = indent.length - `LINE ${number}: `.length;
  if (!excerpt.startsWith(CUT)) return { line, column: within + 1 };
  const kept = excerpt.slice(CUT.length).replace(/\.\.\.$/, "");
  const start = written.indexOf(kept);
  return start < 0 ? null : { line, column: start + within - CUT.length + 1 };
}

/** Offset of a position in the query, to put the caret there. */
export function offsetOf({ line, column }: SqlPosition, sql: string): number {
  const before = sql.split("\n").slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}
