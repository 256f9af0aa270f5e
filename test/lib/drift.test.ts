import { describe, expect, it } from "vitest";
import { classCounts, driftVerdict, monthDrift } from "../../src/lib/drift.js";

describe("drift", () => {
  it("is nothing between equal shares, whatever their numbers", () => {
    expect(monthDrift([10, 20, 70], [100, 200, 700])).toEqual({ psi: 0, verdict: "stable" });
  });

  it("is the index computed by hand: (0.7 − 0.5) ln(0.7 / 0.5) + (0.3 − 0.5) ln(0.3 / 0.5)", () => {
    const { psi, verdict } = monthDrift([5000, 5000], [7000, 3000])!;
    expect(psi).toBeCloseTo(0.2 * Math.log(1.4) - 0.2 * Math.log(0.6), 12);
    expect(verdict).toBe("a_surveiller");
  });

  it("watches from 0.1 on and alerts from 0.25 on (Siddiqi, 2006)", () => {
    expect([0.099, 0.1, 0.249, 0.25].map((psi) => driftVerdict(psi))).toEqual([
      "stable",
      "a_surveiller",
      "a_surveiller",
      "alerte",
    ]);
  });

  it("does not take the luck of a dozen companies for a drift", () => {
    expect(monthDrift([50, 50], [8, 4])!.psi).toBeGreaterThan(0.1);
    expect(monthDrift([50, 50], [8, 4])!.verdict).toBe("stable");
  });

  it("tells nothing of a month without rows", () => {
    expect(monthDrift([1, 2], [0, 0])).toBeNull();
  });

  it("puts a value equal to a cut below it, and empty values in a class of their own", () => {
    expect(classCounts([0, 1, 1.5, 2, 3, Number.NaN], [1, 2])).toEqual([2, 2, 1, 1]);
  });
});
