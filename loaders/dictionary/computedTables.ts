import type { DictionaryColumn, DictionaryTable } from "../../src/lib/dictionary/dictionary.js";
import type { CleanContext, CleanTable } from "../clean/table.js";
import { CLEAN_TABLES } from "../clean/tables.js";
import { type DuckDBConnection, queryRows, withDuckDB } from "../duckdb.js";
import { tableSql } from "../ingest/write.js";
import { SOURCES } from "../sources/sources.js";
import { columnType } from "./columnType.js";

/** Any batch will do: types depend on none. */
const CONTEXT: CleanContext = {
  dateFin: "2026-10-01",
  dateDebut: "2016-10-01",
  filtered: false,
  within: () => "true",
};

/**
 * Dictionary of the tables that are computed for consumers: their types are what DuckDB makes of
 * their queries on empty tables, their columns those that the query gives.
 */
export async function computedTables(
  sources: readonly DictionaryTable[],
): Promise<DictionaryTable[]> {
  const known = new Map(sources.map((table) => [table.name, table]));
  return withDuckDB(async (connection) => {
    for (const source of SOURCES)
      await connection.run(`CREATE VIEW "${source.name}" AS ${tableSql(source, [])}`);
    for (const table of CLEAN_TABLES) {
      const query = table.query(CONTEXT);
      await connection.run(`CREATE VIEW ${table.name} AS ${query}`);
      const from = namesIn(query).filter((name) => known.has(name));
      const producers = [...new Set(from.flatMap((name) => known.get(name)!.producers))];
      const columns = await describeColumns(connection, table);
      known.set(table.name, {
        name: table.name,
        title: table.title,
        producers: producers.sort(),
        kind: "computed",
        arrival: null,
        since: null,
        until: null,
        from,
        key: [...table.key],
        refused: [],
        columns,
      });
    }
    return CLEAN_TABLES.map(({ name }) => known.get(name)!);
  });
}

/** Names that a query reads from, in alphabetical order. */
function namesIn(query: string): string[] {
  const found = [...query.matchAll(/\b(?:FROM|JOIN)\s+"?([a-z_]+)/g)].map(([, name]) => name!);
  return [...new Set(found)].sort();
}

async function describeColumns(
  connection: DuckDBConnection,
  { name: table, columns }: CleanTable,
): Promise<DictionaryColumn[]> {
  const rows = await queryRows<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE ${table}`,
  );
  return rows.map(({ column_name: name, column_type: type }) => ({
    name,
    type: columnType(type),
    unit: columns[name]?.unit ?? "",
    description: columns[name]?.description ?? "",
    nullable: columns[name]?.nullable ?? false,
    since: columns[name]?.since ?? null,
    minimum: null,
    maximum: null,
    values: null,
    pattern: null,
  }));
}
