import { literal } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import type { Header } from "./header.js";

/** A line whose quotes do not pair, with nothing of what it held. */
const TORN = `'"'`;

/**
 * SQL of a rejected line as it is kept, given the line `l` and its cells `c`: whole, unless its source
 * has nominative columns (`Source.refused`). Then only the cells that are read are kept, for a column
 * that nobody knows may be nominative too; and of a line that has not the cells of the header, which
 * cannot tell one column from another, only their number.
 */
export function keptLineSql({ delimiter, refused }: Source, { columns, width }: Header): string {
  if (!refused) return "l";
  const asked = new Set(columns.map(({ position }) => position));
  const cells = Array.from({ length: width }, (_, index) =>
    asked.has(index + 1) ? quotedSql(`c[${index + 1}]`, delimiter) : "''",
  );
  const separator = literal(delimiter);
  return `CASE WHEN c IS NULL THEN ${TORN}
    WHEN len(c) <> ${width} THEN repeat(${separator}, len(c) - 1)
    ELSE ${cells.join(` || ${separator} || `)} END`;
}

/** A cell as a file holds it: in quotes when it needs them (RFC 4180). */
function quotedSql(cell: string, delimiter: string): string {
  return `CASE WHEN contains(${cell}, ${literal(delimiter)}) OR contains(${cell}, '"')
    THEN '"' || replace(${cell}, '"', '""') || '"' ELSE ${cell} END`;
}
