import { existsSync } from "node:fs";
import { type DuckDBConnection, literal } from "../loaders/duckdb.js";
import { VigieError } from "../src/lib/error.js";
import type { Frame, FrameColumns } from "../src/lib/fit/frame.js";

/**
 * Reads columns of `features.parquet` chunk by chunk into typed arrays. Throws a VigieError when the
 * file is absent.
 */
export async function readFrame(
  connection: DuckDBConnection,
  file: string,
  { measures, categories, where = "true" }: FrameColumns,
): Promise<Frame> {
  checkFeatures(file);
  const source = `FROM read_parquet(${literal(file)}) WHERE ${where}`;
  const rows = await count(connection, source);
  const numbers = new Map(measures.map((name) => [name, new Float64Array(rows)]));
  const texts = new Map(categories.map((name) => [name, new Array<string>(rows)]));
  const siren = new Array<string>(rows);
  const month = new Int32Array(rows);
  const columns = [
    ["siren", siren],
    ["CAST(year(periode) * 12 + month(periode) - 1 AS INTEGER)", month],
    ...[...numbers].map(([name, column]) => [`coalesce(CAST(${name} AS DOUBLE), 'nan')`, column]),
    ...[...texts].map(([name, column]) => [`coalesce(${name}, '')`, column]),
  ] as [string, { [row: number]: unknown }][];
  const query = `SELECT ${columns.map(([sql]) => sql).join(", ")} ${source} ORDER BY siren, periode`;
  let offset = 0;
  for await (const chunk of await connection.stream(query)) {
    for (const [index, [, column]] of columns.entries()) {
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < chunk.rowCount; row++) column[offset + row] = vector.getItem(row);
    }
    offset += chunk.rowCount;
  }
  return { rows, siren, month, measures: numbers, categories: texts };
}

/** Throws a VigieError unless the features file exists. */
export function checkFeatures(file: string): void {
  if (existsSync(file)) return;
  throw new VigieError(
    "no-features",
    `le fichier de variables ${file} n’existe pas`,
    "Lancez « vigie features » pour ce lot.",
    2,
  );
}

async function count(connection: DuckDBConnection, source: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT CAST(count(*) AS INTEGER) ${source}`);
  return Number(reader.getRows()[0]?.[0]);
}
