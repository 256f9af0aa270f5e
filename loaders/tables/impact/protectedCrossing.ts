import type { Highs } from "highs";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../../src/lib/disclosure/protectionLevel.js";
import { protectTable } from "../../../src/lib/disclosure/protectTable.js";
import type { Equation } from "../../../src/lib/disclosure/table.js";
import type { Cell } from "../../../src/lib/tables.js";

/**
 * Counts in rows and columns, protected with their totals: a cell of one or two is hidden, and what
 * would give it away by subtraction. `told` are rows whose sum is published elsewhere: it is taken
 * into account, and kept.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export function protectedCrossing(
  counts: readonly (readonly number[])[],
  highs: Highs,
  told: readonly number[] = [],
): Cell[][] {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const value = new Float64Array((rows + 1) * width + 1);
  const toldSum = value.length - 1;
  for (const [row, line] of counts.entries())
    for (const [column, count] of line.entries())
      for (const r of [0, row + 1]) for (const c of [0, column + 1]) value[r * width + c]! += count;
  for (const row of told) value[toldSum]! += value[(row + 1) * width]!;
  const line = (from: number, step: number, length: number): Equation => ({
    total: from,
    parts: Array.from({ length }, (_, index) => from + (index + 1) * step),
  });
  const equations = [
    ...Array.from({ length: rows + 1 }, (_, row) => line(row * width, 1, columns)),
    ...Array.from({ length: width }, (_, column) => line(column, width, rows)),
    ...(told.length > 0 ? [{ total: toldSum, parts: told.map((row) => (row + 1) * width) }] : []),
  ];
  const ones = value.map((count) => Math.min(count, 1));
  const { mask } = protectTable(
    { value, contributors: value, largest: ones, second: ones, equations, grandTotal: 0 },
    {
      rules: COUNT_RULES,
      frequency: DEFAULT_PROTECTION.frequency,
      // Dearer than everything else together.
      cost: value.map((count, cell) =>
        cell === toldSum ? 1 + value.reduce((sum, one) => sum + 1 + one, 0) : 1 + count,
      ),
    },
    highs,
  );
  return counts.map((cells, row) =>
    cells.map((count, column) => (mask[(row + 1) * width + column + 1] === 1 ? "s" : count)),
  );
}
