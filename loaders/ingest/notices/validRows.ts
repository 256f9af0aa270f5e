import type { Source } from "../../sources/source.js";
import { MONTHS, outputsOf } from "../compile.js";

/**
 * SQL of the valid rows of a staged file with their line, under the names of the table as read;
 * the values of wide columns stay together in {@link MONTHS}, their months in `periods`.
 */
export function validRowsSql(source: Source, table: string): string {
  const monthly = source.wide ? ["periode", source.wide.column] : [];
  const columns = outputsOf(source)
    .filter(({ name }) => !monthly.includes(name))
    .map(({ name, sql }) => `${sql} AS "${name}"`);
  const rows = `SELECT line, ${columns.join(", ")}${source.wide ? `, ${MONTHS}, periods` : ""}
    FROM ${table} WHERE status = 'valid'`;
  const derived = (source.derived ?? []).map(({ column, sql }) => `(${sql}) AS "${column}"`);
  return derived.length === 0 ? rows : `SELECT *, ${derived.join(", ")} FROM (${rows})`;
}
