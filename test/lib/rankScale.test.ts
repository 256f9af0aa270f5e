import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnRankScale, rankShare } from "../../src/lib/rankScale.js";

const sample = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 300 })
  .filter((values) => new Set(values).size > 1);

describe("rankScale", () => {
  it("equal values share the middle of their ranks", () => {
    const scale = learnRankScale(Float64Array.of(0, 5, 0, Number.NaN, 1, 0))!;
    expect(scale).toEqual({ knots: [0, 1, 5], shares: [0.3, 0.7, 0.9] });
    expect(rankShare(scale, 3)).toBeCloseTo(0.8, 15);
  });

  it("an outlier weighs no more than its place, in training and in scoring", () => {
    const near = learnRankScale(Float64Array.of(1, 2, 3, 4))!;
    const far = learnRankScale(Float64Array.of(1, 2, 3, 4e9))!;
    expect(far.shares).toEqual(near.shares);
    expect(rankShare(near, 1e12)).toBe(rankShare(near, 4));
    expect(rankShare(near, -1e12)).toBe(rankShare(near, 1));
  });

  it("never decreases, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(
        sample,
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (values, a, b, knots) => {
          const scale = learnRankScale(Float64Array.from(values), knots)!;
          const [low, high] = [rankShare(scale, Math.min(a, b)), rankShare(scale, Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-12);
          expect(low).toBeGreaterThan(0);
          expect(high).toBeLessThan(1);
        },
      ),
      { seed: 18 },
    );
  });

  it("is the same for any increasing function of the measure", () => {
    fc.assert(
      fc.property(sample, (values) => {
        const scale = learnRankScale(Float64Array.from(values))!;
        const cubed = learnRankScale(Float64Array.from(values, (value) => value ** 3))!;
        for (const value of values)
          expect(rankShare(cubed, value ** 3)).toBe(rankShare(scale, value));
      }),
      { seed: 18 },
    );
  });

  it("over the sample, places average one half", () => {
    fc.assert(
      fc.property(sample, (values) => {
        const scale = learnRankScale(Float64Array.from(values), 400)!;
        const sum = values.reduce((total, value) => total + rankShare(scale, value), 0);
        expect(sum / values.length).toBeCloseTo(0.5, 12);
      }),
      { seed: 18 },
    );
  });

  it("nothing is learned from a constant or from nothing, and NaN stays NaN", () => {
    expect(learnRankScale(Float64Array.of(3, 3, Number.NaN))).toBeUndefined();
    expect(learnRankScale(new Float64Array())).toBeUndefined();
    expect(rankShare(learnRankScale(Float64Array.of(1, 2))!, Number.NaN)).toBeNaN();
  });
});
