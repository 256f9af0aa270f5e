import { statSync } from "node:fs";
import { type DuckDBConnection, literal, queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { VigieError } from "../../src/lib/error.js";
import type { DataColumn } from "../../src/lib/logistic/coding.js";
import { checkedColumn } from "./checkedColumn.js";

/** Types read as numbers; a boolean is 0 or 1, everything else is text. */
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;

const PARQUET = /\.parquet$/i;

/**
 * Reads some columns of a CSV or Parquet file, in file order. Types of a CSV are those that all its
 * rows agree with; columns of `asText` are read as they are written, labels and identifiers with
 * leading zeros among them; numbers may have a decimal comma. Throws VigieError `data-missing`,
 * `data-unreadable`, `unknown-column`, `empty-column`, `not-a-category` (exit code 2).
 */
export async function readColumns(
  file: string,
  wanted: readonly string[],
  asText: readonly string[] = [],
): Promise<Map<string, DataColumn>> {
  checkFile(file);
  return withDuckDB(async (connection) => {
    const known = await columnNames(connection, file);
    const missing = asText.find((name) => !known.includes(name));
    if (missing !== undefined) throw unknownColumn(file, missing, known);
    const table = await openTable(connection, file, asText);
    const types = await columnTypes(connection, table, file);
    const columns = new Map<string, DataColumn>();
    for (const name of new Set([...wanted, ...asText])) {
      const type = types.get(name);
      if (!type) throw unknownColumn(file, name, [...types.keys()]);
      const column = await readColumn(connection, table, name, type);
      columns.set(name, asText.includes(name) ? column : checkedColumn(column, name, file));
    }
    return columns;
  });
}

function checkFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new VigieError(
      "data-missing",
      found ? `${file} n’est pas un fichier` : `le fichier ${file} est introuvable`,
      "Vérifiez --data.",
      2,
    );
  if (found.size === 0) throw unreadable(file, new Error("il est vide"));
}

async function columnNames(connection: DuckDBConnection, file: string): Promise<string[]> {
  const table = PARQUET.test(file)
    ? `read_parquet(${literal(file)})`
    : `read_csv(${literal(file)}, header = true, all_varchar = true)`;
  return [...(await columnTypes(connection, table, file)).keys()];
}

async function openTable(
  connection: DuckDBConnection,
  file: string,
  asText: readonly string[],
): Promise<string> {
  if (PARQUET.test(file)) return `read_parquet(${literal(file)})`;
  const types = asText.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  const options = asText.length > 0 ? `, types = {${types}}` : "";
  await connection
    .run(
      `CREATE TABLE data AS SELECT * FROM read_csv(${literal(file)}, header = true, sample_size = -1, nullstr = ['', 'NA']${options})`,
    )
    .catch((error: Error) => {
      throw unreadable(file, error);
    });
  return "data";
}

async function columnTypes(connection: DuckDBConnection, table: string, file: string) {
  const rows = await queryRows<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE SELECT * FROM ${table}`,
  ).catch((error: Error) => {
    throw unreadable(file, error);
  });
  return new Map(rows.map(({ column_name, column_type }) => [column_name, column_type]));
}

async function readColumn(
  connection: DuckDBConnection,
  table: string,
  name: string,
  type: string,
): Promise<DataColumn> {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const isNumber = NUMBER.test(type);
  const reader = await connection.runAndReadAll(
    `SELECT ${quoted}::${isNumber ? "DOUBLE" : "VARCHAR"} FROM ${table}`,
  );
  const [values = []] = reader.getColumns();
  return isNumber
    ? {
        kind: "number",
        values: Float64Array.from(values, (value) => (value as number | null) ?? NaN),
      }
    : { kind: "text", values: values as (string | null)[] };
}

function unreadable(file: string, error: Error): VigieError {
  return new VigieError(
    "data-unreadable",
    `${file} n’est pas lisible : ${error.message.split("\n", 1)[0]}`,
    "Donnez un fichier CSV avec un en-tête, ou un fichier Parquet (.parquet).",
    2,
  );
}

function unknownColumn(file: string, name: string, known: readonly string[]): VigieError {
  return new VigieError(
    "unknown-column",
    `la colonne « ${name} » n’est pas dans ${file}, qui a : ${known.join(", ")}`,
    "Corrigez --outcome, --terms, --weights, --trials, --offset ou --robust.",
    2,
  );
}
