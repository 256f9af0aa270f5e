import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { columnTypes } from "../history/columns.js";
import type { ColumnProfile, ProfiledTable, TableProfile } from "./profile.js";
import {
  isListed,
  LISTED,
  percentilesSql,
  type Typed,
  totalsSql,
  valuesSql,
} from "./profileSql.js";

/**
 * Describes each table by its columns: empty cells, extremes, exact sums of amounts, percentiles,
 * rows per value of a code; nothing but counts for identifiers and names. Every figure is the same
 * whatever the number of threads. Four queries a table, the description of its columns among them.
 */
export async function profileTables(
  connection: DuckDBConnection,
  tables: readonly ProfiledTable[],
): Promise<TableProfile[]> {
  const profiles: TableProfile[] = [];
  for (const table of tables) profiles.push(await profileTable(connection, table));
  return profiles;
}

async function profileTable(
  connection: DuckDBConnection,
  { name, file }: ProfiledTable,
): Promise<TableProfile> {
  const types = await columnTypes(connection, file);
  const typed = [...types].map(([column, type]) => ({ column, type }));
  const [totals] = await queryRows<Record<string, unknown>>(connection, totalsSql(typed, file));
  const rows = Number(totals![":rows"]);
  if (rows === 0) return { table: name, rows, sampled: 0, columns: typed.map(emptyColumn) };
  const [sample] = await queryRows<Record<string, unknown>>(
    connection,
    percentilesSql(typed, file, rows),
  );
  const columns = typed.map(({ column, type }) => ({
    column,
    type,
    ...measuresOf(totals![column] as Raw, rows),
    percentiles: (sample![column] ?? null) as number[] | null,
    values: null,
  }));
  await listValues(connection, file, columns);
  return { table: name, rows, sampled: Number(sample![":sampled"]), columns };
}

/** As DuckDB gives them: 64-bit integers are texts. */
interface Raw {
  filled: string;
  distinct: string | null;
  min: string | null;
  max: string | null;
  sum: string | null;
  zeros: string | null;
}

type Measures = Omit<ColumnProfile, "column" | "type" | "percentiles" | "values">;

function measuresOf({ filled, distinct, min, max, sum, zeros }: Raw, rows: number): Measures {
  const count = (text: string | null) => (text === null ? null : Number(text));
  const nulls = rows - Number(filled);
  return { nulls, distinct: count(distinct), min, max, sum, zeros: count(zeros) };
}

function emptyColumn({ column, type }: Typed): ColumnProfile {
  const nothing = { min: null, max: null, sum: null, zeros: null, percentiles: null, values: null };
  return { column, type, nulls: 0, distinct: null, ...nothing };
}

async function listValues(
  connection: DuckDBConnection,
  file: string,
  columns: ColumnProfile[],
): Promise<void> {
  const listed = columns.filter((column) => isListed(column, column.distinct));
  if (listed.length === 0) return;
  const counts = await queryRows<{ column: string; value: string; rows: string }>(
    connection,
    valuesSql(listed, file),
  );
  for (const profile of listed) {
    const values = counts.filter(({ column }) => column === profile.column);
    profile.distinct = values.length;
    if (values.length <= LISTED)
      profile.values = values.map(({ value, rows }) => ({ value, rows: Number(rows) }));
  }
}
