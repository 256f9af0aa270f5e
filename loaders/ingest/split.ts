import { literal } from "../duckdb.js";

/** How the cells of a line are set apart. */
export interface Dialect {
  delimiter: ";" | ",";
  quotes: "lazy" | "strict";
}

const cellPattern = (delimiter: string) => `"(?:[^"]|"")*"|[^"${delimiter}]*`;

const wholeLine = (delimiter: string) =>
  `(?:${cellPattern(delimiter)})(?:${delimiter}(?:${cellPattern(delimiter)}))*`;

/**
 * Cells of a line (RFC 4180, a line break never being inside quotes), null when its quotes do not
 * pair and are not lazy.
 */
export function splitLine(line: string, { delimiter, quotes }: Dialect): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  if (!new RegExp(`^(?:${wholeLine(delimiter)})$`).test(line))
    return quotes === "lazy" ? line.split(delimiter) : null;
  const cells = `${delimiter}${line}`.matchAll(
    new RegExp(`${delimiter}(${cellPattern(delimiter)})`, "g"),
  );
  return [...cells].map(([, cell]) => unquote(cell!));
}

function unquote(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** SQL twin of {@link splitLine}: a list of texts, or NULL. */
export function splitSql(line: string, { delimiter, quotes }: Dialect): string {
  const plain = `string_split(${line}, ${literal(delimiter)})`;
  const whole = literal(wholeLine(delimiter));
  const cells = `regexp_extract_all('${delimiter}' || ${line}, ${literal(`${delimiter}(${cellPattern(delimiter)})`)}, 1)`;
  const unquoted = `list_transform(${cells}, lambda cell: CASE WHEN starts_with(cell, '"')
    THEN replace(substr(cell, 2, length(cell) - 2), '""', '"') ELSE cell END)`;
  return `CASE WHEN NOT contains(${line}, '"') THEN ${plain}
    WHEN regexp_full_match(${line}, ${whole}) THEN ${unquoted}
    ELSE ${quotes === "lazy" ? plain : "NULL"} END`;
}
