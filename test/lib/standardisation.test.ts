import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stratum } from "../../src/lib/commonSectors.js";
import { splitGap } from "../../src/lib/gapEffects.js";
import { LEAST_COVERED, standardise } from "../../src/lib/standardisation.js";
import { STANDARDISED_RATES } from "../../src/lib/standardisedRates.js";
import type { Cell } from "../../src/lib/tables.js";

const stratum = (numerator: Cell, denominator: Cell): Stratum => ({ numerator, denominator });
/** Rates of 4 % and 1 %, a quarter of the companies in the first sector. */
const FRANCE = [stratum(10, 250), stratum(7.5, 750)];
/** Rates of 2 % and 0.5 %, three quarters in the first. */
const HERE = [stratum(15, 750), stratum(1.25, 250)];

describe("standardise", () => {
  it("weighs the rates of the sectors as the reference does", () => {
    // By hand: 0.25 × 2 % + 0.75 × 0.5 % = 0.875 %; France 0.25 × 4 % + 0.75 × 1 % = 1.75 %.
    const found = standardise(HERE, FRANCE, 1000, true);
    expect(found.value).toBeCloseTo(0.875, 12);
    expect(found.reference).toBeCloseTo(1.75, 12);
    expect(found.covered).toBe(1);
  });

  it("bounds a proportion of companies by the variance of its sectors, and nothing else", () => {
    // By hand: √(0.0625 × 0.02 × 0.98 ÷ 750 + 0.5625 × 0.005 × 0.995 ÷ 250) = 0.0035820; × 1.959964.
    const [low, high] = standardise(HERE, FRANCE, 1000, true).interval ?? [0, 0];
    expect(low).toBeCloseTo(0.173, 3);
    expect(high).toBeCloseTo(1.577, 3);
    expect(standardise(HERE, FRANCE, 1000, false).interval).toBeNull();
  });

  it("spreads the share of a hidden or absent sector over the others, and tells the share covered", () => {
    const france = [...FRANCE, stratum(9, 150)];
    for (const missing of [stratum("s", 30), stratum(1, "s"), stratum(null, 30), stratum(0, 0)]) {
      const found = standardise([...HERE, missing], france, 1150, true);
      expect(found.value).toBeCloseTo(0.875, 12);
      expect(found.reference).toBeCloseTo(1.75, 12);
      expect(found.covered).toBeCloseTo(1000 / 1150, 12);
    }
  });

  it("gives nothing under four fifths of the reference, and says whether secrecy is why", () => {
    const france = [...FRANCE, stratum(9, 300)];
    expect(standardise([...HERE, stratum("s", 30)], france, 1300, true).value).toBe("s");
    expect(standardise([...HERE, stratum(0, 0)], france, 1300, true).value).toBeNull();
    expect(standardise(HERE, FRANCE, "s", true).value).toBe("s");
    expect(standardise([], [], 0, true)).toEqual({
      value: null,
      reference: null,
      covered: 0,
      interval: null,
    });
    expect(LEAST_COVERED).toBe(0.8);
  });
});

describe("splitGap", () => {
  it("tells the weight of sectors from the rates within them", () => {
    // By hand (Kitagawa): gap 1.625 − 1.75 = −0.125; structure (0.5 × 6 % − 0.5 × 1.5 %) ÷ 2 = 1.125;
    // own (−2 % × 1 − 0.5 % × 1) ÷ 2 = −1.25.
    const found = splitGap(HERE, FRANCE, -0.125);
    expect(found?.structure).toBeCloseTo(1.125, 12);
    expect(found?.own).toBeCloseTo(-1.25, 12);
    expect(found?.rest).toBeCloseTo(0, 12);
  });

  it("has no structure effect between equal mixes and no effect of its own between equal rates", () => {
    const mixes = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 51, max: 900 })), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(mixes, fc.integer({ min: 2, max: 9 }), (rows, times) => {
        const all = rows.map(([a, b]) => stratum(a, b));
        const larger = rows.map(([a, b]) => stratum(a / 3, b * times));
        expect(splitGap(larger, all, 0)?.structure).toBeCloseTo(0, 9);
        const otherMix = rows.map(([a, b], i) => stratum(a * (i + 1), b * (i + 1)));
        expect(splitGap(otherMix, all, 0)?.own).toBeCloseTo(0, 9);
      }),
    );
  });

  it("adds up to the gap of the totals, whatever is hidden", () => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 500 }) },
      { weight: 1, arbitrary: fc.constantFrom<Cell>("s", null, 0) },
    );
    const row = fc.tuple(cell, cell, cell, cell);
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 10 }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (rows, gap) => {
          const found = splitGap(
            rows.map(([a, b]) => stratum(a, b)),
            rows.map(([, , a, b]) => stratum(a, b)),
            gap,
          );
          if (found) expect(found.structure + found.own + found.rest).toBeCloseTo(gap, 6);
        },
      ),
    );
  });

  it("is not known without a sector published on both sides", () => {
    expect(splitGap([stratum(1, 10)], [stratum("s", 10)], 1)).toBeNull();
  });
});

describe("STANDARDISED_RATES", () => {
  it("leaves out rates made of a part, which is not known by région and sector at once", () => {
    expect(STANDARDISED_RATES.map(({ id }) => id)).toContain("taux_ouverture_12m");
    expect(STANDARDISED_RATES.map(({ id }) => id)).not.toContain("taux_liquidation_12m");
    expect(STANDARDISED_RATES.map(({ id }) => id)).not.toContain("part_dette_salariale");
  });
});
