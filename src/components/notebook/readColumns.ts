import { decompress } from "npm:fzstd";
import { type NotebookTable, tableFile } from "../../lib/notebook/tableIndex.js";
import { busy } from "./busy.js";
import { tableAddress } from "./tableIndex.js";

/** Values of a column by row: number, text, boolean, Date, list; null when empty. */
export type ColumnValues = unknown[];

const known = new Map<string, Promise<ColumnValues>>();

/**
 * Columns of a table, read by ranges of its file: those asked alone, and each once a page. Whole
 * numbers and decimals are numbers, dates are at midnight UTC.
 */
export async function readColumns(
  table: NotebookTable,
  names: readonly string[],
): Promise<Record<string, ColumnValues>> {
  const missing = names.filter((name) => !known.has(keyOf(table, name)));
  if (missing.length > 0) {
    const read = busy(fetchColumns(table, missing));
    for (const name of missing) {
      const column = read.then((columns) => columns[name]!);
      column.catch(() => known.delete(keyOf(table, name)));
      known.set(keyOf(table, name), column);
    }
  }
  const columns = names.map(async (name) => [name, await known.get(keyOf(table, name))!] as const);
  return Object.fromEntries(await Promise.all(columns));
}

const keyOf = ({ name, sha256 }: NotebookTable, column: string): string =>
  `${name} ${sha256} ${column}`;

async function fetchColumns(
  { name, rows }: NotebookTable,
  columns: readonly string[],
): Promise<Record<string, ColumnValues>> {
  const { asyncBufferFromUrl, cachedAsyncBuffer, parquetMetadataAsync, parquetRead } = await import(
    "npm:hyparquet"
  );
  const file = cachedAsyncBuffer(await asyncBufferFromUrl({ url: tableAddress(tableFile(name)) }));
  const metadata = await parquetMetadataAsync(file);
  const arrays = Object.fromEntries(
    columns.map((column): [string, ColumnValues] => [column, new Array(rows).fill(null)]),
  );
  if (rows === 0) return arrays;
  await parquetRead({
    file,
    metadata,
    columns: [...columns],
    compressors: { ZSTD: (input, length) => decompress(input, new Uint8Array(length)) },
    onChunk({ columnName, columnData, rowStart }) {
      const array = arrays[columnName]!;
      for (let at = 0; at < columnData.length; at++) {
        const value = columnData[at];
        array[rowStart + at] = typeof value === "bigint" ? Number(value) : (value ?? null);
      }
    },
  });
  return arrays;
}
