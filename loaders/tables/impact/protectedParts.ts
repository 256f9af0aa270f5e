import type { Highs } from "highs";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../../src/lib/disclosure/protectionLevel.js";
import { protectTable } from "../../../src/lib/disclosure/protectTable.js";
import type { Cell } from "../../../src/lib/tables.js";

/**
 * Counts and the whole they add up to, protected together: one or two are hidden, and what would
 * give them away by subtraction.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export function protectedParts(
  counts: readonly number[],
  highs: Highs,
): { whole: Cell; parts: Cell[] } {
  const value = Float64Array.from([counts.reduce((sum, count) => sum + count, 0), ...counts]);
  const ones = value.map((count) => Math.min(count, 1));
  const equations = [{ total: 0, parts: counts.map((_, index) => 1 + index) }];
  const { mask } = protectTable(
    { value, contributors: value, largest: ones, second: ones, equations, grandTotal: 0 },
    {
      rules: COUNT_RULES,
      frequency: DEFAULT_PROTECTION.frequency,
      cost: value.map((count) => 1 + count),
    },
    highs,
  );
  const [whole, ...parts] = Array.from(value, (count, cell): Cell => (mask[cell] ? "s" : count));
  return { whole: whole!, parts };
}
