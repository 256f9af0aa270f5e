import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "../../src/lib/spread.js";

test("positions far enough apart stay where they are", () => {
  expect(spread([0, 20, 40], 15)).toEqual([0, 20, 40]);
});

test("close ones are pushed apart around their middle", () => {
  expect(spread([10, 10], 20)).toEqual([0, 20]);
  expect(spread([10, 12, 100], 20)).toEqual([1, 21, 100]);
});

test("neighbours are at least a gap apart, in the order given, and their mean does not move", () => {
  const positions = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  fc.assert(
    fc.property(positions, (unsorted) => {
      const before = [...unsorted].sort((a, b) => a - b);
      const after = spread(before, 15);
      for (const [index, position] of after.slice(1).entries()) {
        expect(position - after[index]!).toBeGreaterThanOrEqual(15 - 1e-9);
      }
      expect(sum(after)).toBeCloseTo(sum(before), 6);
    }),
  );
});
