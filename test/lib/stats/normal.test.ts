import { describe, expect, it } from "vitest";
import { erfc, normalUpperTail, twoSidedNormalP } from "../../../src/lib/stats/normal.js";

/** 2·P(Z > z), 40-digit arithmetic (mpmath 1.3 `erfc(z/√2)`); R's `2*pnorm(-z)` agrees. */
const TWO_SIDED: [number, number][] = [
  [0.1, 0.920344325445942],
  [0.5, 0.6170750774519738],
  [0.67448975, 0.5000000001246204],
  [1, 0.3173105078629141],
  [1.959963984540054, 0.05000000000000002],
  [3.5, 0.0004652581580710501],
  [5, 5.733031437583878e-7],
  [5.656854249492381, 1.541725790027998e-8],
  [5.7, 1.198074280212706e-8],
  [8, 1.244192114854357e-15],
  [12, 3.552964224155358e-33],
  [20, 5.507248237212467e-89],
  [30, 9.813427854296374e-198],
  [37, 1.145114244504915e-299],
];

describe("normal tail", () => {
  it.each(TWO_SIDED)("two-sided p of %d is right to 1e-14, relative", (z, p) => {
    expect(Math.abs(twoSidedNormalP(z) / p - 1)).toBeLessThan(1e-14);
    expect(twoSidedNormalP(-z)).toBe(twoSidedNormalP(z));
    expect(Math.abs(erfc(z / Math.SQRT2) / p - 1)).toBeLessThan(1e-12);
  });

  it("has both sides sum to 1, ends at 0 and 1, and passes NaN on", () => {
    for (const z of [0, 0.3, 1, 4, 9]) {
      expect(normalUpperTail(z) + normalUpperTail(-z)).toBeCloseTo(1, 15);
    }
    expect([Infinity, -Infinity, Number.NaN].map(normalUpperTail)).toEqual([0, 1, NaN]);
    expect(normalUpperTail(0)).toBe(0.5);
  });
});
