import { rename } from "node:fs/promises";
import { copyToParquet, type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { columnTypes, quoted } from "./columns.js";

/** What a flow became once added to what was known. */
export interface Added {
  /** Rows of the file that a later row of the same key replaced. */
  repeated: number;
  /** Rows of the previous batch that stay. */
  kept: number;
  /** Rows of the previous batch that a row of the file replaces. */
  replaced: number;
}

/**
 * Adds the rows of a flow to those of the previous batch, in place: of several rows of a key the last
 * one of the file stays, else that of the previous batch. Former rows come first, then those of the
 * file, each in their order. Former rows stay whatever the perimeter of this batch: no file holds
 * them any more. `file` holds the rows read; `previous` is undefined for a first batch.
 */
export async function addToPrevious(
  connection: DuckDBConnection,
  file: string,
  key: readonly string[],
  previous: string | undefined,
): Promise<Added> {
  const types = await columnTypes(connection, file);
  const keys = key.map(quoted).join(", ");
  await connection.run(`CREATE TEMP TABLE flow_rows AS
    SELECT * FROM (${await rowsSql(connection, file, types, previous)})
    QUALIFY row_number() OVER (PARTITION BY ${keys} ORDER BY age, file_row_number DESC) = 1`);
  const merged = `${file}.merged`;
  const columns = [...types.keys()].map(quoted).join(", ");
  const sorted = `SELECT ${columns} FROM flow_rows ORDER BY age DESC, file_row_number`;
  await copyToParquet(connection, sorted, merged);
  const counts = await count(connection, file, previous);
  await connection.run("DROP TABLE flow_rows");
  await rename(merged, file);
  return counts;
}

async function rowsSql(
  connection: DuckDBConnection,
  file: string,
  types: ReadonlyMap<string, string>,
  previous: string | undefined,
): Promise<string> {
  const columns = [...types.keys()].map(quoted).join(", ");
  const fresh = `SELECT ${columns}, 0 AS age, file_row_number
    FROM read_parquet(${literal(file)}, file_row_number = true)`;
  if (!previous) return fresh;
  const known = await columnTypes(connection, previous);
  const former = [...types].map(([name, type]) =>
    known.has(name) ? `${quoted(name)}::${type} AS ${quoted(name)}` : `NULL::${type}`,
  );
  return `${fresh} UNION ALL SELECT ${former.join(", ")}, 1 AS age, file_row_number
    FROM read_parquet(${literal(previous)}, file_row_number = true)`;
}

async function count(
  connection: DuckDBConnection,
  file: string,
  previous: string | undefined,
): Promise<Added> {
  const rowsOf = (path: string | undefined) =>
    path ? `(SELECT count(*) FROM read_parquet(${literal(path)}))` : "0";
  const [row] = await queryRows<Record<"read" | "known" | "used" | "kept", string>>(
    connection,
    `SELECT ${rowsOf(file)} AS read, ${rowsOf(previous)} AS known,
      count_if(age = 0) AS used, count_if(age = 1) AS kept FROM flow_rows`,
  );
  const { read, known, used, kept } = row!;
  return {
    repeated: Number(read) - Number(used),
    kept: Number(kept),
    replaced: Number(known) - Number(kept),
  };
}
