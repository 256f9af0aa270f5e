import type { PublishedColumn } from "../../lib/explorer/publishedColumns.js";

/** The columns of a Parquet file (SNAPPY or not compressed), one array each. */
export async function readParquet(
  file: Uint8Array,
  columns: readonly PublishedColumn[],
): Promise<Record<string, unknown[]>> {
  const { parquetMetadata, parquetRead } = await import("npm:hyparquet");
  const buffer = file.buffer as ArrayBuffer;
  const metadata = parquetMetadata(buffer);
  const rows = Number(metadata.num_rows);
  const arrays = Object.fromEntries(
    columns.map(({ name }): [string, unknown[]] => [name, new Array(rows)]),
  );
  await parquetRead({
    file: buffer,
    metadata,
    columns: columns.map(({ name }) => name),
    onChunk({ columnName, columnData, rowStart }) {
      const array = arrays[columnName]!;
      for (let i = 0; i < columnData.length; i++) array[rowStart + i] = columnData[i];
    },
  });
  return arrays;
}
