import fc from "fast-check";
import { expect, it } from "vitest";
import { classOf, quantileCuts } from "../../src/lib/quantiles.js";

it("cuts at the type 7 quantiles, as R’s quantile(1:11, 1:4/5)", () => {
  expect(quantileCuts([11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
});

it("makes fewer classes when values repeat, and none without values", () => {
  expect(quantileCuts([2, 2, 2, 2], 5)).toEqual([]);
  expect(quantileCuts([], 5)).toEqual([]);
});

it("leaves no class empty", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (values) => {
      const cuts = quantileCuts(values, 5);
      const used = new Set(values.map((value) => classOf(value, cuts)));
      expect(used.has(0)).toBe(true);
      expect(Math.max(...used)).toBe(cuts.length);
    }),
  );
});
