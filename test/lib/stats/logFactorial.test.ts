import { describe, expect, it } from "vitest";
import { logChoose, logFactorial } from "../../../src/lib/stats/logFactorial.js";

describe("logFactorial", () => {
  it("agrees with the sum of logarithms on both sides of the switch to Stirling's series", () => {
    let sum = 0;
    for (let n = 1; n <= 60; n++) {
      sum += Math.log(n);
      expect(Math.abs(logFactorial(n) - sum)).toBeLessThan(1e-14 * Math.max(1, sum));
    }
  });

  it("gives ln(1000!) of the tables", () => {
    expect(logFactorial(1000)).toBeCloseTo(5912.128178488163, 11);
  });

  it("counts the poker hands: C(52, 5) = 2 598 960", () => {
    expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2598960, 6);
  });
});
