import type { Database } from "./database.js";

/** A column and its type in DuckDB’s words. */
export interface InsertedColumn {
  name: string;
  type: string;
}

/**
 * Makes a table of arrays of equal length, one per column; null where there is no value. Numbers of
 * any type become DOUBLE, dates DATE, lists of texts stay lists, all else becomes VARCHAR.
 */
export async function insertTable(
  { duckdb, connection }: Database,
  name: string,
  columns: readonly InsertedColumn[],
  arrays: Readonly<Record<string, ArrayLike<unknown>>>,
): Promise<void> {
  const { bool, dateDay, dictionary, float64, list, tableFromArrays, tableToIPC, timestamp, utf8 } =
    await import("npm:@uwdata/flechette");
  const typeOf = (type: string) => {
    if (/^VARCHAR\[\]$/.test(type)) return list(utf8());
    if (/^(DOUBLE|FLOAT|DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\b)/.test(type)) return float64();
    if (type === "BOOLEAN") return bool();
    if (type === "DATE") return dateDay();
    return type.startsWith("TIMESTAMP") ? timestamp() : dictionary(utf8());
  };
  const types = Object.fromEntries(columns.map((column) => [column.name, typeOf(column.type)]));
  const table = tableFromArrays(arrays as Record<string, unknown[]>, { types });
  const stream = tableToIPC(table, { format: "stream" });
  if (!stream) throw new RangeError(`no Arrow stream for ${name}`);
  await duckdb.insertArrowFromIPCStream(connection, stream, { name, create: true });
}
