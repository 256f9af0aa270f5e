import { literal } from "../duckdb.js";
import type { Delimiter } from "../sources/source.js";

/** How the cells of a line are set apart. */
export interface Dialect {
  delimiter: Delimiter;
  quotes: "lazy" | "strict";
}

/** A delimiter in a regular expression, out of brackets. */
export const delimiterPattern = (delimiter: Delimiter): string =>
  delimiter === "|" ? "\\|" : delimiter;

const cellPattern = (delimiter: string) => `"(?:[^"]|"")*"|[^"${delimiter}]*`;

const wholeLine = (delimiter: Delimiter) =>
  `(?:${cellPattern(delimiter)})(?:${delimiterPattern(delimiter)}(?:${cellPattern(delimiter)}))*`;

/**
 * Cells of a line (RFC 4180, a line break never being inside quotes), null when its quotes do not
 * pair and are not lazy.
 */
export function splitLine(line: string, { delimiter, quotes }: Dialect): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  if (!new RegExp(`^(?:${wholeLine(delimiter)})$`).test(line))
    return quotes === "lazy" ? line.split(delimiter) : null;
  const cells = `${delimiter}${line}`.matchAll(
    new RegExp(`${delimiterPattern(delimiter)}(${cellPattern(delimiter)})`, "g"),
  );
  return [...cells].map(([, cell]) => unquote(cell!));
}

function unquote(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/**
 * SQL of a line whose quotes, if any, only surround cells that need none: without them, splitting at
 * each delimiter gives the cells of {@link splitLine}. NULL for another line.
 */
export function plainLineSql(line: string, { delimiter }: Dialect): string {
  const cell = `"[^"${delimiter}]*"|[^"${delimiter}]*`;
  const plain = literal(`(?:${cell})(?:${delimiterPattern(delimiter)}(?:${cell}))*`);
  return `CASE WHEN NOT contains(${line}, '"') THEN ${line}
    WHEN regexp_full_match(${line}, ${plain}) THEN replace(${line}, '"', '') END`;
}

/** SQL twin of {@link splitLine}: a list of texts, or NULL; `plain` is its {@link plainLineSql}. */
export function splitSql(
  line: string,
  { delimiter, quotes }: Dialect,
  plain = `(${plainLineSql(line, { delimiter, quotes })})`,
): string {
  const split = (text: string) => `string_split(${text}, ${literal(delimiter)})`;
  const whole = literal(wholeLine(delimiter));
  const cells = `regexp_extract_all('${delimiter}' || ${line}, ${literal(`${delimiterPattern(delimiter)}(${cellPattern(delimiter)})`)}, 1)`;
  const unquoted = `list_transform(${cells}, lambda cell: CASE WHEN starts_with(cell, '"')
    THEN replace(substr(cell, 2, length(cell) - 2), '""', '"') ELSE cell END)`;
  return `CASE WHEN ${plain} IS NOT NULL THEN ${split(plain)}
    WHEN regexp_full_match(${line}, ${whole}) THEN ${unquoted}
    ELSE ${quotes === "lazy" ? split(line) : "NULL"} END`;
}
