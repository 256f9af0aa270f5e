import { type CrossTable, crossTable } from "../../../src/lib/disclosure/crossTable.js";
import { buildDimension } from "../../../src/lib/disclosure/dimension.js";

/** A two-way table of the innermost values given, many equal companies in each cell but for those given. */
export function flatTable(
  values: readonly (readonly number[])[],
  contributors: readonly (readonly number[])[] = values.map((row) => row.map(() => 9)),
): CrossTable {
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const rows = buildDimension({ name: "row" }, names("r", values.length));
  const columns = buildDimension({ name: "column" }, names("c", values[0]!.length));
  return crossTable(
    [rows, columns],
    values.flatMap((row, r) =>
      row.map((value, c) => ({
        at: [r + 1, c + 1],
        value,
        contributors: contributors[r]![c]!,
        largest: 0,
        second: 0,
      })),
    ),
  );
}

/** Position of an innermost cell. */
export function cellOf(table: CrossTable, row: number, column: number): number {
  return (row + 1) * table.dimensions[1]!.labels.length + column + 1;
}

/** A mask of the innermost cells given. */
export function maskOf(
  table: CrossTable,
  cells: readonly (readonly [number, number])[],
): Uint8Array {
  const mask = new Uint8Array(table.value.length);
  for (const [row, column] of cells) mask[cellOf(table, row, column)] = 1;
  return mask;
}
