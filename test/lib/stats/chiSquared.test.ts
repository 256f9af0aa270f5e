import { describe, expect, it } from "vitest";
import { chiSquaredTail, logGamma } from "../../../src/lib/stats/chiSquared.js";
import { twoSidedNormalP } from "../../../src/lib/stats/normal.js";

describe("tail of χ²", () => {
  /** Closed forms: exp(−x/2) with 2 degrees of freedom, a Poisson sum with an even number. */
  it.each([1e-8, 0.5, 3, 20, 80, 400, 1300])(
    "is exact with 2 and 8 degrees of freedom at %f",
    (x) => {
      const half = x / 2;
      const poisson = Math.exp(-half) * (1 + half + half ** 2 / 2 + half ** 3 / 6);
      expect(chiSquaredTail(x, 2) / Math.exp(-half) - 1).toBeCloseTo(0, 12);
      expect(chiSquaredTail(x, 8) / poisson - 1).toBeCloseTo(0, 12);
    },
  );

  it("is the two-sided normal tail with one degree of freedom, far out too", () => {
    for (const z of [0.1, 1, 1.959963984540054, 5, 20, 36])
      expect(chiSquaredTail(z * z, 1) / twoSidedNormalP(z) - 1).toBeCloseTo(0, 11);
  });

  it("has its edges", () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    expect(chiSquaredTail(5, 0)).toBeNaN();
    expect(chiSquaredTail(NaN, 2)).toBeNaN();
  });

  it("rests on ln Γ, the logarithm of factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  });
});
