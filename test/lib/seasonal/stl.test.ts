import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stl } from "../../../src/lib/seasonal/stl.js";
import { STATSMODELS_STL } from "./statsmodelsStl.js";

const seasonalSeries = fc
  .tuple(
    fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 12, maxLength: 12 }),
    fc.integer({ min: 36, max: 80 }),
  )
  .map(([season, size]) => Array.from({ length: size }, (_, i) => season[i % 12]! + 100));

describe("stl", () => {
  for (const { options, values, points } of STATSMODELS_STL) {
    it(`finds the season and the trend of statsmodels to 1e-6, ${JSON.stringify(options)} on ${values.length} values`, () => {
      const found = stl(values, options);
      for (const [index, seasonal, trend] of points) {
        expect(Math.abs(found.seasonal[index]! - seasonal)).toBeLessThan(1e-6);
        expect(Math.abs(found.trend[index]! - trend)).toBeLessThan(1e-6);
      }
    });
  }

  it("adds up to the series, value by value", () => {
    const { values, options } = STATSMODELS_STL[1]!;
    const { seasonal, trend, remainder } = stl(values, options);
    for (const [i, value] of values.entries()) {
      expect(seasonal[i]! + trend[i]! + remainder[i]!).toBeCloseTo(value, 9);
    }
  });

  it("puts a constant added to the series in the trend alone", () => {
    const { values } = STATSMODELS_STL[0]!;
    const options = { period: 12, robust: false };
    const [low, high] = [values, values.map((value) => value + 500)].map((one) =>
      stl(one, options),
    );
    for (const i of values.keys()) {
      expect(high!.seasonal[i]).toBeCloseTo(low!.seasonal[i]!, 6);
      expect(high!.trend[i]! - low!.trend[i]!).toBeCloseTo(500, 6);
    }
  });

  it("leaves a flat trend and no remainder of a series that is all season", () => {
    fc.assert(
      fc.property(seasonalSeries, fc.boolean(), (values, robust) => {
        const { trend, remainder } = stl(values, { period: 12, robust });
        const mean = values.slice(0, 12).reduce((sum, value) => sum + value, 0) / 12;
        for (const i of values.keys()) {
          expect(Math.abs(trend[i]! - mean)).toBeLessThan(1e-6);
          expect(Math.abs(remainder[i]!)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keeps an outlier out of the season when robust", () => {
    const { values } = STATSMODELS_STL[1]!;
    const middle = values.length >> 1;
    const without = values.with(middle, values[middle]! - 400);
    const moved = (robust: boolean) =>
      Math.abs(
        stl(values, { period: 12, robust }).seasonal[middle]! -
          stl(without, { period: 12, robust }).seasonal[middle]!,
      );
    expect(moved(false)).toBeGreaterThan(100);
    // Less than the noise of the series.
    expect(moved(true)).toBeLessThan(20);
  });

  it("refuses less than two years and even windows", () => {
    expect(() => stl(new Array(23).fill(1), { period: 12, robust: true })).toThrow(RangeError);
    expect(() => stl(new Array(36).fill(1), { period: 12, robust: true, trendWindow: 20 })).toThrow(
      /odd/,
    );
  });
});
