import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";

/** SQL types by column of a Parquet file, in its order. */
export async function columnTypes(
  connection: DuckDBConnection,
  file: string,
): Promise<Map<string, string>> {
  const rows = await queryRows<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE SELECT * FROM read_parquet(${literal(file)})`,
  );
  return new Map(rows.map(({ column_name, column_type }) => [column_name, column_type]));
}

/** A column name as SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
