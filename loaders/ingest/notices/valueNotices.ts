import type { DuckDBConnection } from "../../duckdb.js";
import type { Reader } from "../compile.js";
import { countLines, noticed } from "./noticed.js";

/** Lenient cells that could not be read and were left blank, by column. */
export async function valueNotices(
  connection: DuckDBConnection,
  table: string,
  { notices }: Reader,
): Promise<string[]> {
  const found: string[] = [];
  for (const [index, { label }] of notices.entries()) {
    const lines = `SELECT line FROM ${table} WHERE status = 'valid' AND notice_${index}`;
    found.push(
      ...noticed({
        code: "value-left-blank",
        ...(await countLines(connection, lines)),
        one: `valeur illisible laissée vide dans ${label}`,
        many: `valeurs illisibles laissées vides dans ${label}`,
      }),
    );
  }
  return found;
}
