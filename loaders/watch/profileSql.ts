import { literal } from "../duckdb.js";
import { quoted } from "../history/columns.js";
import { isIdentifying } from "./identifying.js";

/**
 * Rows from which percentiles are drawn from a sample, of half of that number at least: chance gives
 * two such samples of one law an index below 0.04 (`chancePsi`), under half of the lowest limit. Without
 * a sample, sorting takes three times as long as all the other measures.
 */
const WHOLE = 4_000;

/** Values listed per column at most: the 101 départements and the collectivities overseas hold. */
export const LISTED = 128;

/** Error of DuckDB's HyperLogLog on a few hundred values, beyond which a column is not tried. */
const TRIED = 1.25 * LISTED;

export interface Typed {
  column: string;
  type: string;
}

type Role = "identifier" | "amount" | "number" | "real" | "date" | "text";

/** What is worth knowing of a column, by its type and name. */
function roleOf(column: string, type: string): Role {
  if (type === "DATE") return "date";
  if (type.startsWith("DECIMAL")) return "amount";
  if (/^(TINY|SMALL|BIG|HUGE|)INT(EGER)?$/.test(type)) return "number";
  if (type === "DOUBLE" || type === "FLOAT") return "real";
  return isIdentifying(column) ? "identifier" : "text";
}

/** True for a column that may have few values, given how many there are or so. */
export function isListed({ column, type }: Typed, distinct: number | null): boolean {
  return roleOf(column, type) === "text" && distinct !== null && distinct > 0 && distinct <= TRIED;
}

/** Rows of the table, and one struct of measures a column, from all of them. */
export function totalsSql(columns: readonly Typed[], file: string): string {
  const measures = columns.map(({ column, type }) => measuresSql(column, type));
  return `SELECT count(*) AS ":rows", ${measures.join(", ")} FROM ${tableSql(file)}`;
}

/**
 * Number of rows drawn, and percentiles of each number and date. Rows are drawn by the hash of their
 * number: neither by chance, nor at a pace that months or regions could share.
 */
export function percentilesSql(columns: readonly Typed[], file: string, rows: number): string {
  const step = Math.ceil(rows / WHOLE);
  const percentiles = columns
    .filter(({ column, type }) => isOrdered(roleOf(column, type)))
    .map(({ column, type }) => `${sortedSql(column, type)} AS ${quoted(column)}`);
  return `SELECT ${['count(*) AS ":sampled"', ...percentiles].join(", ")}
    FROM read_parquet(${literal(file)}, file_row_number = true)
    ${step === 1 ? "" : `WHERE hash(file_row_number) % ${step} = 0`}`;
}

/** Rows per value of columns, by value. */
export function valuesSql(columns: readonly Typed[], file: string): string {
  const counts = columns.map(
    ({ column }) => `SELECT ${literal(column)} AS "column", ${quoted(column)}::VARCHAR AS value,
      count(*) AS rows FROM ${tableSql(file)} WHERE ${quoted(column)} IS NOT NULL GROUP BY ALL`,
  );
  return `SELECT * FROM (${counts.join(" UNION ALL ")}) ORDER BY "column", value`;
}

const tableSql = (file: string): string => `read_parquet(${literal(file)})`;

const isNumeric = (role: Role): boolean => ["amount", "number", "real"].includes(role);

const isOrdered = (role: Role): boolean => isNumeric(role) || role === "date";

function measuresSql(column: string, type: string): string {
  const name = quoted(column);
  const role = roleOf(column, type);
  const measures = {
    filled: `count(${name})`,
    distinct: isOrdered(role) ? "NULL" : `approx_count_distinct(${name})`,
    min: isOrdered(role) ? `min(${name})::VARCHAR` : "NULL",
    max: isOrdered(role) ? `max(${name})::VARCHAR` : "NULL",
    sum: role === "amount" ? `sum(${name})::VARCHAR` : "NULL",
    zeros: isNumeric(role) ? `count_if(${name} = 0)` : "NULL",
  };
  const parts = Object.entries(measures).map(([key, sql]) => `"${key}" := ${sql}`);
  return `struct_pack(${parts.join(", ")}) AS ${name}`;
}

/** Sorting once takes half of the time of `quantile_disc` with a hundred fractions. */
function sortedSql(column: string, type: string): string {
  const name = quoted(column);
  const role = roleOf(column, type);
  const value = role === "date" ? `date_diff('day', DATE '1970-01-01', ${name})` : name;
  const known = role === "real" ? `isfinite(${name})` : `${name} IS NOT NULL`;
  return `list_transform([list_sort(list(${value}) FILTER (WHERE ${known}))], lambda s: list_select(s,
    list_transform(range(101), lambda i: 1 + (i * (len(s) - 1)) // 100)))[1]::DOUBLE[]`;
}
