import { type DuckDBConnection, queryRows } from "../../duckdb.js";
import type { Source } from "../../sources/source.js";
import { noticed } from "./noticed.js";
import { validRowsSql } from "./validRows.js";

interface Repeats {
  same: string;
  sameLine: string | null;
  other: string;
  otherLine: string | null;
}

/**
 * Rows of a file that repeat a former one, all values or its key alone. Those of a stock are all
 * kept; a flow keeps the last of a key, and says so itself.
 */
export async function keyNotices(
  connection: DuckDBConnection,
  table: string,
  source: Source,
): Promise<string[]> {
  if (source.kind === "flow") return [];
  const key = source.key.filter((column) => !source.wide || column !== "periode");
  const keys = `hash(${key.map((column) => `"${column}"`).join(", ")})`;
  const rows = validRowsSql(source, table);
  const [found] = await queryRows<Repeats>(connection, repeatsSql(rows, keys));
  const { same, sameLine, other, otherLine } = found!;
  return [
    ...noticed({
      code: "duplicate-row",
      count: Number(same),
      line: sameLine === null ? null : Number(sameLine),
      one: "ligne qui en répète une autre, gardée",
      many: "lignes qui en répètent une autre, gardées",
    }),
    ...noticed({
      code: "primary-key",
      count: Number(other),
      line: otherLine === null ? null : Number(otherLine),
      one: `ligne dont la clé (${key.join(", ")}) est celle d’une autre, gardée`,
      many: `lignes dont la clé (${key.join(", ")}) est celle d’une autre, gardées`,
    }),
  ];
}

/**
 * The first row of each key apart: its like are the same, the others differ from it. Keys are grouped
 * once, and the rows of the repeated ones alone are ranked.
 */
function repeatsSql(rows: string, keys: string): string {
  return `SELECT count_if(rank > 1 AND row_rank > 1) AS same,
      min(line) FILTER (rank > 1 AND row_rank > 1) AS "sameLine",
      count_if(rank > 1 AND row_rank = 1) AS other,
      min(line) FILTER (rank > 1 AND row_rank = 1) AS "otherLine"
    FROM (SELECT line, row_number() OVER (PARTITION BY k ORDER BY line) AS rank,
        row_number() OVER (PARTITION BY k, r ORDER BY line) AS row_rank
      FROM (SELECT line, ${keys} AS k, hash(*COLUMNS(* EXCLUDE line)) AS r FROM (${rows}))
      WHERE k IN (SELECT ${keys} AS k FROM (${rows}) GROUP BY 1 HAVING count(*) > 1))`;
}
