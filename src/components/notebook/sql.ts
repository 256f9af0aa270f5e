import type { ColumnTable } from "npm:arquero";
import { VigieError } from "../../lib/error.js";
import { mentioned } from "../../lib/notebook/mentioned.js";
import { type Database, openDatabase } from "../explorer/database.js";
import { insertTable } from "../explorer/insertTable.js";
import { runQuery } from "../explorer/runQuery.js";
import { busy } from "./busy.js";
import { readColumns } from "./readColumns.js";
import { openIndex } from "./tableIndex.js";

/** Rows that a query may give: an average is computed by DuckDB, not from its rows. */
const MOST_ROWS = 1_000_000;

let database: Promise<Database> | undefined;
let running: Promise<unknown> = Promise.resolve();

/** Columns that DuckDB has of each table. */
const loaded = new Map<string, Set<string>>();

/**
 * A DuckDB query on the tables of the batch, as an Arquero table:
 * `` sql`SELECT region, avg(outcome::int) AS rate FROM features GROUP BY ALL ORDER BY ALL` ``.
 * Values in `${}` are put as SQL literals. Only the tables and columns that the query names are read.
 * Queries run one after another. Throws a VigieError with DuckDB’s own words, or above a million rows.
 */
export function sql(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | boolean | Date | null)[]
): Promise<ColumnTable> {
  const query = strings.reduce((text, part, at) => `${text}${literal(values[at - 1]!)}${part}`);
  const next = busy(running.then(() => run(query)));
  running = next.catch(() => {});
  return next;
}

async function run(query: string): Promise<ColumnTable> {
  database ??= openDatabase(() => {});
  const opened = await database;
  const { tables } = await openIndex();
  for (const { table, columns } of mentioned(query, tables)) {
    const had = loaded.get(table.name) ?? new Set();
    if (columns.every((column) => had.has(column))) continue;
    const wanted = table.columns.filter(({ name }) => had.has(name) || columns.includes(name));
    const names = wanted.map(({ name }) => name);
    await opened.duckdb.runQuery(opened.connection, `DROP TABLE IF EXISTS "${table.name}"`);
    await insertTable(opened, table.name, wanted, await readColumns(table, names));
    loaded.set(table.name, new Set(names));
  }
  const result = await runQuery(opened, query, MOST_ROWS).catch((error: Error) => {
    throw new VigieError(
      "bad-sql",
      `DuckDB refuse la requête : ${error.message}`,
      `Tables : ${tables.map(({ name }) => name).join(", ")}.`,
      2,
    );
  });
  if (result.cut) {
    throw new VigieError(
      "too-many-rows",
      "la requête donne plus d’un million de lignes",
      "Agrégez avec GROUP BY, ou ajoutez un LIMIT.",
      2,
    );
  }
  const { table } = await import("npm:arquero");
  const columns = result.columns.map((name): [string, unknown[]] => [
    name,
    result.rows.map((row) => row[name] ?? null),
  ]);
  return table(columns, [...result.columns]);
}

function literal(value: string | number | boolean | Date | null): string {
  if (value === null) return "NULL";
  if (value instanceof Date) return `DATE '${value.toISOString().slice(0, 10)}'`;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
