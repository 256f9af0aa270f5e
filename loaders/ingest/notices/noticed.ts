import { type FaultCode, withCode } from "../../../src/lib/faults/faults.js";
import { formatNumber } from "../../../src/lib/format/number.js";
import { isPlural } from "../../../src/lib/format/plural.js";
import { type DuckDBConnection, queryRows } from "../../duckdb.js";

/** What was found in some rows of a file, and the line of the first. */
export interface Noticed {
  code: FaultCode;
  count: number;
  /** Null when lines do not apply. */
  line: number | null;
  one: string;
  many: string;
}

/** `3 lignes vides (la première : ligne 7) [blank-row]`; nothing when there is none. */
export function noticed({ code, count, line, one, many }: Noticed): string[] {
  if (count === 0) return [];
  const what = `${formatNumber(count)} ${isPlural(count) ? many : one}`;
  const where = isPlural(count) ? `(première : ligne ${line})` : `(ligne ${line})`;
  return [withCode(line === null ? what : `${what} ${where}`, code)];
}

/** `count` and `line` of a query that gives one line a row, `line` being the first. */
export async function countLines(
  connection: DuckDBConnection,
  lines: string,
): Promise<{ count: number; line: number | null }> {
  const [row] = await queryRows<{ count: string; line: string | null }>(
    connection,
    `SELECT count(*) AS count, min(line) AS line FROM (${lines})`,
  );
  return { count: Number(row!.count), line: row!.line === null ? null : Number(row!.line) };
}
