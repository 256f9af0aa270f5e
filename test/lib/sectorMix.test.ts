import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dissimilarity } from "../../src/lib/sectorMix.js";

describe("dissimilarity", () => {
  it("is the share that would have to change sector", () => {
    // By hand: ½ (|0.5 − 0.2| + |0.3 − 0.3| + |0.2 − 0.5|).
    expect(dissimilarity([100, 50, 30, 20], [1000, 200, 300, 500])).toBeCloseTo(0.3, 12);
    expect(dissimilarity([10, 10, 0], [7, 0, 7])).toBe(1);
  });

  it("puts together the sectors hidden on either side", () => {
    // Left: 0.5 and the rest 0.5; right: 0.2 and the rest 0.8.
    expect(dissimilarity([100, 50, "s", 20], [1000, 200, 300, "s"])).toBeCloseTo(0.3, 12);
    expect(dissimilarity([100, "s", "s"], [100, 50, 50])).toBe(0);
  });

  it("is not known without both totals", () => {
    expect(dissimilarity(["s", 1, 2], [3, 1, 2])).toBeNull();
    expect(dissimilarity([0, 0], [3, 3])).toBeNull();
    expect(dissimilarity([], [3, 3])).toBeNull();
  });

  it("is a distance between 0 and 1, the same both ways", () => {
    const mix = fc
      .array(fc.integer({ min: 1, max: 999 }), { minLength: 4, maxLength: 4 })
      .map((sizes) => [sizes.reduce((a, b) => a + b, 0), ...sizes]);
    fc.assert(
      fc.property(mix, mix, mix, (a, b, c) => {
        const [ab, ba, bc, ac] = [
          [a, b],
          [b, a],
          [b, c],
          [a, c],
        ].map(([x, y]) => dissimilarity(x!, y!) ?? Number.NaN);
        expect(ab).toBeCloseTo(ba!, 12);
        expect(ab).toBeLessThanOrEqual(1);
        expect(ac).toBeLessThanOrEqual(ab! + bc! + 1e-12);
        expect(dissimilarity(a, a)).toBeCloseTo(0, 12);
      }),
    );
  });
});
