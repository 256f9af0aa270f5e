import type { PublishedColumn } from "../../lib/explorer/publishedColumns.js";
import type { Database } from "./database.js";

/** Makes a table of arrays of equal length, one per column; null where there is no value. */
export async function insertTable(
  { duckdb, connection }: Database,
  name: string,
  columns: readonly PublishedColumn[],
  arrays: Readonly<Record<string, ArrayLike<unknown>>>,
): Promise<void> {
  const { dictionary, float64, tableFromArrays, tableToIPC, utf8 } = await import(
    "npm:@uwdata/flechette"
  );
  const types = Object.fromEntries(
    columns.map(({ name, type }) => [name, type === "DOUBLE" ? float64() : dictionary(utf8())]),
  );
  const table = tableFromArrays(arrays as Record<string, unknown[]>, { types });
  const stream = tableToIPC(table, { format: "stream" });
  if (!stream) throw new RangeError(`no Arrow stream for ${name}`);
  await duckdb.insertArrowFromIPCStream(connection, stream, { name, create: true });
}
