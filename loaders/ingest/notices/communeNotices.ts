import { type DuckDBConnection, queryRows } from "../../duckdb.js";
import { isCommune } from "../../geography.js";
import type { Source } from "../../sources/source.js";
import { noticed } from "./noticed.js";

/** Codes of communes that the Code officiel géographique does not hold, each counted once. */
export async function communeNotices(
  connection: DuckDBConnection,
  table: string,
  { commune }: Source,
): Promise<string[]> {
  if (!commune) return [];
  const codes = await queryRows<{ code: string; line: string }>(
    connection,
    `SELECT ${commune} AS code, min(line) AS line FROM ${table}
      WHERE status = 'valid' AND ${commune} IS NOT NULL GROUP BY 1`,
  );
  const unknown = codes.filter(({ code }) => !isCommune(code));
  return noticed({
    code: "unknown-commune",
    count: unknown.length,
    line: Math.min(...unknown.map(({ line }) => Number(line))),
    one: "code de commune inconnu, gardé",
    many: "codes de commune inconnus, gardés",
  });
}
