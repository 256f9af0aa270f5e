import { CLEAN_TABLES } from "../../../loaders/clean/tables.js";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { tableSql } from "../../../loaders/ingest/write.js";
import { SOURCES } from "../../../loaders/sources/sources.js";

type Row = Record<string, string | number | boolean | null>;

/**
 * Rows of a clean table computed from tables as read that hold these rows; columns left out are
 * null. Tables are of batch 2610, without a perimeter.
 */
export async function cleaned(name: string, sources: Record<string, Row[]>): Promise<Row[]> {
  return withDuckDB(async (connection) => {
    for (const source of SOURCES) {
      await connection.run(`CREATE TABLE "${source.name}" AS ${tableSql(source, [])}`);
      for (const row of sources[source.name] ?? []) {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        const values = Object.values(row).map((value) =>
          typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value),
        );
        await connection.run(
          `INSERT INTO "${source.name}" (${columns.join(", ")}) VALUES (${values.join(", ")})`,
        );
      }
    }
    const context = {
      dateFin: "2026-10-01",
      dateDebut: "2016-10-01",
      filtered: false,
      within: () => "true",
    };
    for (const table of CLEAN_TABLES)
      await connection.run(
        `CREATE TABLE ${table.name} AS SELECT * FROM (${table.query(context)}) ORDER BY ${table.key.join(", ")}`,
      );
    return queryRows<Row>(connection, `SELECT * FROM ${name}`);
  });
}
