import { copyToParquet, type DuckDBConnection, literal } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { MONTHS, outputsOf } from "./compile.js";

/** Writes the valid rows of a source in file order, and makes them a view of its name. */
export async function writeTable(
  connection: DuckDBConnection,
  source: Source,
  staged: readonly string[],
  file: string,
): Promise<void> {
  await copyToParquet(connection, tableSql(source, staged), file);
  await viewParquet(connection, source.name, file);
}

/** A view on a Parquet file. */
export async function viewParquet(
  connection: DuckDBConnection,
  name: string,
  file: string,
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE VIEW "${name}" AS SELECT * FROM read_parquet(${literal(file)})`,
  );
}

/** SQL of the table as read, in file order; with no file, its columns and no row. */
export function tableSql(source: Source, staged: readonly string[]): string {
  const outputs = outputsOf(source);
  const columns = outputs.map(({ name, sql }) => `${sql} AS "${name}"`);
  const rows =
    staged.length === 0
      ? `SELECT ${outputs.map(({ name, type }) => `NULL::${type} AS "${name}"`).join(", ")} WHERE false`
      : `SELECT ${columns.join(", ")} FROM (${orderedSql(source, staged)})${
          source.wide ? " WHERE value IS NOT NULL" : ""
        }`;
  const derived = (source.derived ?? []).map(
    ({ column, type, sql }) => `(${sql})::${type} AS "${column}"`,
  );
  return derived.length === 0 ? rows : `SELECT *, ${derived.join(", ")} FROM (${rows})`;
}

/** Without a sort: scans, filters and unions keep the order of the rows. */
function orderedSql(source: Source, staged: readonly string[]): string {
  const valid = staged
    .map((table) => `SELECT * FROM ${table} WHERE status = 'valid'`)
    .join(" UNION ALL BY NAME ");
  return source.wide
    ? `SELECT *, unnest(${MONTHS}) AS value, unnest(periods) AS periode FROM (${valid})`
    : valid;
}
