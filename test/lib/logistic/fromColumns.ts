import type { Design } from "../../../src/lib/logistic/design.js";

/** A design from its columns. */
export function fromColumns(columns: Record<string, ArrayLike<number>>): Design {
  const names = Object.keys(columns);
  const rows = names.length === 0 ? 0 : columns[names[0]!]!.length;
  const values = new Float64Array(rows * names.length);
  names.forEach((name, j) => {
    for (let i = 0; i < rows; i++) values[i * names.length + j] = columns[name]![i]!;
  });
  return { names, rows, values };
}
