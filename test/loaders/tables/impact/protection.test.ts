import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { beforeAll, expect, test } from "vitest";
import { protectedCrossing } from "../../../../loaders/tables/impact/protectedCrossing.js";
import { protectedParts } from "../../../../loaders/tables/impact/protectedParts.js";
import type { Cell } from "../../../../src/lib/tables.js";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Sum of the hidden cells, which whoever knows the whole finds by subtraction. */
const hiddenSum = (cells: readonly Cell[], counts: readonly number[]) =>
  counts.reduce((sum, count, at) => (cells[at] === "s" ? sum + count : sum), 0);

test("rows whose sum is told elsewhere do not give their hidden cell away", () => {
  const counts = [
    [6, 6, 6],
    [0, 0, 2],
    [9, 9, 3],
  ];
  const cells = protectedCrossing(counts, highs, [0, 1]);
  expect(cells[1]![2]).toBe("s");
  // 20 is told: without it the last row is hidden, and the first one leaves 2.
  const open = [...cells[0]!, ...cells[1]!];
  expect(hiddenSum(open, [...counts[0]!, ...counts[1]!])).toBeGreaterThan(2);
});

test("parts of one or two are hidden, and never alone when their whole is published", () => {
  const parts = fc.array(fc.nat(12), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(parts, (counts) => {
      const shown = protectedParts(counts, highs);
      for (const [at, count] of counts.entries()) {
        if (count === 1 || count === 2) expect(shown.parts[at]).toBe("s");
        else expect(["s", count]).toContain(shown.parts[at]);
      }
      const hidden = shown.parts.filter((cell) => cell === "s").length;
      if (shown.whole !== "s" && hidden > 0) {
        expect(hidden).toBeGreaterThan(1);
        expect(hiddenSum(shown.parts, counts)).toBeGreaterThan(2);
      }
    }),
    { numRuns: 30 },
  );
});
