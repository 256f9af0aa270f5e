import { decompress } from "fzstd";
import { type AsyncBuffer, parquetMetadataAsync, parquetRead } from "hyparquet";
import type { Frame, FrameColumns } from "../../lib/fit/frame.js";

/** Columns already read, by their name: another fit of the same file reads the others alone. */
const known = new Map<string, unknown[]>();

/**
 * Columns of `features.parquet` as a frame, the one `readFrame` of the pipeline makes: flags are 0 or
 * 1, an empty measure is NaN, an empty category is an empty text. The file is ordered by siren and
 * month, as the pipeline writes it; throws a RangeError when it is not.
 */
export async function frameOf(
  file: AsyncBuffer,
  { measures, categories }: FrameColumns,
): Promise<Frame> {
  const names = ["siren", "periode", ...measures, ...categories];
  const metadata = await parquetMetadataAsync(file);
  const rows = Number(metadata.num_rows);
  const missing = [...new Set(names)].filter((name) => !known.has(name));
  for (const name of missing) known.set(name, new Array(rows).fill(null));
  if (missing.length > 0) {
    await parquetRead({
      file,
      metadata,
      columns: missing,
      compressors: { ZSTD: (input, length) => decompress(input, new Uint8Array(length)) },
      onChunk({ columnName, columnData, rowStart }) {
        const column = known.get(columnName)!;
        for (let at = 0; at < columnData.length; at++) column[rowStart + at] = columnData[at];
      },
    });
  }
  const siren = known.get("siren") as string[];
  const month = Int32Array.from(known.get("periode") as Date[], monthNumber);
  checkOrder(siren, month);
  return {
    rows,
    siren,
    month,
    measures: new Map(measures.map((name) => [name, Float64Array.from(known.get(name)!, number)])),
    categories: new Map(
      categories.map((name) => [name, known.get(name)!.map((value) => (value as string) ?? "")]),
    ),
  };
}

const monthNumber = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

const number = (value: unknown): number =>
  value === null || value === undefined ? Number.NaN : Number(value);

function checkOrder(siren: readonly string[], month: Int32Array): void {
  for (let row = 1; row < siren.length; row++) {
    const [before, now] = [siren[row - 1]!, siren[row]!];
    if (before < now || (before === now && month[row - 1]! < month[row]!)) continue;
    throw new RangeError(`rows ${row - 1} and ${row} are not in the order of siren and month`);
  }
}
