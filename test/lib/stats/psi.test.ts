import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chancePsi, populationStabilityIndex } from "../../../src/lib/stats/psi.js";

const REFERENCE = new URL(
  "../../../../shared/reference/logistic/lending_club/expected.json",
  import.meta.url,
);

const shares = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
};

/** Counts of which at least one is not zero. */
const COUNTS = fc
  .array(fc.nat(1000), { minLength: 5, maxLength: 5 })
  .filter((counts) => counts.some((count) => count > 0));

describe("populationStabilityIndex", () => {
  it("is the sum of (q − p) ln(q / p), by hand on two classes", () => {
    // 0.2 ln(0.6/0.4) + (−0.2) ln(0.4/0.6) = 0.4 ln 1.5
    expect(populationStabilityIndex([0.4, 0.6], [0.6, 0.4])).toBeCloseTo(0.4 * Math.log(1.5), 15);
  });

  it("is zero for equal shares, positive for others, and the same both ways", () => {
    fc.assert(
      fc.property(COUNTS, COUNTS, (before, now) => {
        const [p, q] = [shares(before), shares(now)];
        expect(populationStabilityIndex(p, p)).toBe(0);
        const index = populationStabilityIndex(p, q);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(populationStabilityIndex(q, p)).toBeCloseTo(index, 12);
      }),
    );
  });

  it("takes an empty class for 1 in 10,000", () => {
    expect(populationStabilityIndex([1, 0], [0.9, 0.1])).toBeCloseTo(
      -0.1 * Math.log(0.9) + (0.1 - 1e-4) * Math.log(1000),
      12,
    );
  });
});

describe.skipIf(!existsSync(REFERENCE))(
  `populationStabilityIndex and R${existsSync(REFERENCE) ? "" : " (skipped: ../shared absent)"}`,
  () => {
    it("agree on the interest rates of Lending Club", () => {
      const { csi } = JSON.parse(readFileSync(REFERENCE, "utf8"));
      expect(populationStabilityIndex(shares(csi.train), shares(csi.test))).toBeCloseTo(
        csi.csi,
        12,
      );
    });
  },
);

describe("chancePsi", () => {
  it("gives the quantiles of χ² of the tables within 1 %", () => {
    // χ² of 9 degrees of freedom at 95 % is 16.919, at 99.9 % 27.877.
    expect(Math.abs(chancePsi(10, 2, 2, 1.6448536) / 16.919 - 1)).toBeLessThan(0.01);
    expect(Math.abs(chancePsi(10, 2, 2, 3.0902323) / 27.877 - 1)).toBeLessThan(0.01);
  });

  it("shrinks as rows grow, and is nothing for a single class", () => {
    expect(chancePsi(10, 100, 100, 4)).toBeCloseTo(100 * chancePsi(10, 1e4, 1e4, 4), 12);
    expect(chancePsi(1, 10, 10, 4)).toBe(0);
  });
});
