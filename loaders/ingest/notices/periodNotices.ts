import { type DuckDBConnection, queryRows } from "../../duckdb.js";
import type { Source } from "../../sources/source.js";
import { MONTHS } from "../compile.js";
import { countLines, noticed } from "./noticed.js";
import { validRowsSql } from "./validRows.js";

/**
 * Rows dated after the month of the batch, whose first day is `dateFin`: its files are made during
 * that month (§1.2) and may tell of it. Sources of requests (`ahead`) may look further.
 */
export async function periodNotices(
  connection: DuckDBConnection,
  table: string,
  source: Source,
  dateFin: string,
): Promise<string[]> {
  if (!source.period || source.ahead) return [];
  const after = `>= DATE '${dateFin}' + INTERVAL 1 MONTH`;
  if (source.wide && !(await looksAhead(connection, table, after))) return [];
  const late = source.wide
    ? `len(list_filter(periods, lambda day, rank: day ${after} AND ${MONTHS}[rank] IS NOT NULL)) > 0`
    : `"${source.period}" ${after}`;
  const lines = `SELECT line FROM (${validRowsSql(source, table)}) WHERE ${late}`;
  return noticed({
    code: "future-period",
    ...(await countLines(connection, lines)),
    one: `ligne datée après le mois du lot (${dateFin.slice(0, 7)}), gardée`,
    many: `lignes datées après le mois du lot (${dateFin.slice(0, 7)}), gardées`,
  });
}

/** Whether a month of a wide file is late: most often none is, and its rows need no look. */
async function looksAhead(
  connection: DuckDBConnection,
  table: string,
  after: string,
): Promise<boolean> {
  const rows = await queryRows(
    connection,
    `SELECT 1 FROM (SELECT unnest(periods) AS periode FROM (SELECT periods FROM ${table} LIMIT 1))
      WHERE periode ${after}`,
  );
  return rows.length > 0;
}
