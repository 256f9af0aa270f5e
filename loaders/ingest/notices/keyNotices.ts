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
  const rows = validRowsSql(source, table);
  const steps = `${table}_steps`;
  await connection.run(`CREATE TEMP TABLE ${steps} AS ${stepsSql(rows, key)}`);
  try {
    const suspects = await suspectRows(connection, rows, steps, key[0]!);
    return suspects === undefined ? [] : await repeats(connection, suspects, key);
  } finally {
    await connection.run(`DROP TABLE ${steps}`);
  }
}

/**
 * SQL of the rows among which a key may come twice; undefined when none does. Most files have the rows
 * of each value of the first column one after the other, the rest of the key increasing: only the
 * values where it does not need a closer look.
 */
async function suspectRows(
  connection: DuckDBConnection,
  rows: string,
  steps: string,
  first: string,
): Promise<string | undefined> {
  const [found] = await queryRows<{ grouped: boolean; back: string }>(
    connection,
    `SELECT count("${first}") = count(*) AND count(DISTINCT "${first}") = count_if(starts) AS grouped,
      count_if(NOT starts) AS back FROM ${steps}`,
  );
  const { grouped, back } = found!;
  if (!grouped) return rows;
  if (Number(back) === 0) return undefined;
  return `SELECT * FROM (${rows}) WHERE "${first}" IN (
    SELECT "${first}" FROM ${steps} WHERE NOT starts)`;
}

/** Rows that start a run of the first column of the key, and those whose key does not increase. */
function stepsSql(rows: string, key: readonly string[]): string {
  const [first, ...others] = key;
  const names = key.map((name) => `"${name}"`).join(", ");
  const previous = key.map((name, index) => `lag("${name}") OVER () AS previous_${index}`);
  return `SELECT "${first}", "${first}" IS DISTINCT FROM previous_0 AS starts
    FROM (SELECT ${names}, ${previous.join(", ")} FROM (${rows}))
    WHERE starts OR NOT coalesce(${increasesSql(others, 1)}, false)`;
}

async function repeats(
  connection: DuckDBConnection,
  rows: string,
  key: readonly string[],
): Promise<string[]> {
  const keys = `hash(${key.map((column) => `"${column}"`).join(", ")})`;
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

/** In the order of the dictionary, a column after the other. */
function increasesSql([name, ...others]: readonly string[], rank: number): string {
  if (name === undefined) return "false";
  const [here, before] = [`"${name}"`, `previous_${rank}`];
  return `${here} > ${before} OR (${here} = ${before} AND (${increasesSql(others, rank + 1)}))`;
}

/**
 * The first row of each key apart: its like are the same, the others differ from it. Keys are grouped
 * once, and the rows of the repeated ones alone are ranked.
 */
function repeatsSql(rows: string, keys: string): string {
  return `WITH hashed AS MATERIALIZED (
      SELECT line, ${keys} AS k, hash(*COLUMNS(* EXCLUDE line)) AS r FROM (${rows}))
    SELECT count_if(rank > 1 AND row_rank > 1) AS same,
      min(line) FILTER (rank > 1 AND row_rank > 1) AS "sameLine",
      count_if(rank > 1 AND row_rank = 1) AS other,
      min(line) FILTER (rank > 1 AND row_rank = 1) AS "otherLine"
    FROM (SELECT line, row_number() OVER (PARTITION BY k ORDER BY line) AS rank,
        row_number() OVER (PARTITION BY k, r ORDER BY line) AS row_rank
      FROM hashed WHERE k IN (SELECT k FROM hashed GROUP BY 1 HAVING count(*) > 1))`;
}
