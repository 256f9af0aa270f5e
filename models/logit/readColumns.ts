import { existsSync } from "node:fs";
import { type DuckDBConnection, literal, queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { VigieError } from "../../src/lib/error.js";
import type { DataColumn } from "../../src/lib/logistic/coding.js";

/** Types read as numbers; a boolean is 0 or 1, everything else is text. */
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;

/**
 * Reads some columns of a CSV or Parquet file, in file order. Types of a CSV are those that all its
 * rows agree with; columns of `asText` are read as they are written, labels and identifiers with
 * leading zeros among them. Throws VigieError `data-missing`, `data-unreadable`, `unknown-column`
 * (exit code 2).
 */
export async function readColumns(
  file: string,
  wanted: readonly string[],
  asText: readonly string[] = [],
): Promise<Map<string, DataColumn>> {
  if (!existsSync(file))
    throw new VigieError(
      "data-missing",
      `le fichier ${file} est introuvable`,
      "Vérifiez --data.",
      2,
    );
  return withDuckDB(async (connection) => {
    const table = await openTable(connection, file, asText);
    const types = await columnTypes(connection, table, file);
    const columns = new Map<string, DataColumn>();
    for (const name of new Set([...wanted, ...asText])) {
      const type = types.get(name);
      if (!type) throw unknownColumn(file, name, [...types.keys()]);
      columns.set(name, await readColumn(connection, table, name, type));
    }
    return columns;
  });
}

async function openTable(
  connection: DuckDBConnection,
  file: string,
  asText: readonly string[],
): Promise<string> {
  if (/\.parquet$/i.test(file)) return `read_parquet(${literal(file)})`;
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
