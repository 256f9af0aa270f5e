import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barsIn, capacityThresholds, levelAt } from "../../src/lib/thresholds.js";

const companies = fc.array(
  fc.record({
    // Few values, so that equal probabilities meet at the bar.
    probability: fc.integer({ min: 0, max: 12 }).map((value) => value / 12),
    departement: fc.constantFrom("01", "2A", "974", ""),
  }),
  { minLength: 1, maxLength: 80 },
);

describe("thresholds by capacity", () => {
  it("never put more companies in « risque fort » than a département can look at, nor fewer than equal ranks force", () => {
    fc.assert(
      fc.property(companies, fc.integer({ min: 1, max: 10 }), (list, perDepartement) => {
        const modere = 0.25;
        const probability = Float64Array.from(list, (one) => one.probability);
        const codes = list.map(({ departement }) => departement);
        const thresholds = capacityThresholds(probability, codes, { perDepartement, modere });
        for (const code of new Set(codes)) {
          const own = list.filter(({ departement }) => departement === code);
          const fort = own.filter(
            (one) => levelAt(one.probability, barsIn(code, thresholds)) === "fort",
          );
          expect(fort.length).toBeLessThanOrEqual(perDepartement);
          const left = own.filter((one) => one.probability >= modere && !fort.includes(one));
          const best = Math.max(...left.map((one) => one.probability), 0);
          const tied = left.filter((one) => one.probability === best).length;
          if (left.length > 0) expect(fort.length + tied).toBeGreaterThan(perDepartement);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("stop at the threshold of « risque modéré » when a département has room to spare", () => {
    const thresholds = capacityThresholds(Float64Array.of(0.5, 0.05, 0.01), ["35", "35", "35"], {
      perDepartement: 200,
      modere: 0.07,
    });
    expect(thresholds.fort).toEqual({ 35: 0.07 });
    expect(levelAt(0.05, barsIn("35", thresholds))).toBe("aucun");
    expect(levelAt(0.5, barsIn("35", thresholds))).toBe("fort");
  });
});
