import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stratum } from "../../src/lib/commonSectors.js";
import {
  type RateBySector,
  splitGapIndirectly,
  standardiseIndirectly,
} from "../../src/lib/indirectStandardisation.js";
import { standardise } from "../../src/lib/standardisation.js";
import { wilsonInterval } from "../../src/lib/stats/wilson.js";
import type { Cell } from "../../src/lib/tables.js";

const stratum = (numerator: Cell, denominator: Cell): Stratum => ({ numerator, denominator });
/** Rates of 2 %, 6 % and 4 %; 4 % in all. */
const FRANCE: RateBySector = {
  total: stratum(480, 12_000),
  strata: [stratum(100, 5000), stratum(300, 5000), stratum(80, 2000)],
};
const here = (sizes: Cell[], events: Cell, size: Cell = 1000): RateBySector => ({
  total: stratum(events, size),
  strata: sizes.map((one) => stratum("s", one)),
});

describe("standardiseIndirectly", () => {
  it("reads no rate of a sector of the territory", () => {
    // By hand: expected 0.2 × 2 % + 0.7 × 6 % + 0.1 × 4 % = 5 %; 3 % ÷ 5 % × 4 % = 2.4 %.
    const found = standardiseIndirectly(here([200, 700, 100], 30), FRANCE, true);
    expect(found.value).toBeCloseTo(2.4, 12);
    expect(found.reference).toBeCloseTo(4, 12);
    expect(found.covered).toBe(1);
    const [low, high] = wilsonInterval(30, 1000);
    expect(found.interval?.[0]).toBeCloseTo(80 * low, 12);
    expect(found.interval?.[1]).toBeCloseTo(80 * high, 12);
    expect(standardiseIndirectly(here([200, 700, 100], 30), FRANCE, false).interval).toBeNull();
  });

  it("counts hidden sectors at the rate of the rest of the reference", () => {
    // By hand: 0.2 × 2 % + 0.7 × 6 % + 0.1 × (480 − 400) ÷ (12 000 − 10 000).
    const found = standardiseIndirectly(here([200, 700, "s"], 30), FRANCE, true);
    expect(found.value).toBeCloseTo(2.4, 12);
    expect(found.covered).toBeCloseTo(0.9, 12);
  });

  it("gives nothing under four fifths of the territory or without a total", () => {
    expect(standardiseIndirectly(here([200, 500, "s"], 30), FRANCE, true).value).toBe("s");
    expect(standardiseIndirectly(here([200, 700, 100], "s"), FRANCE, true).value).toBe("s");
    const absent = { total: stratum(null, null), strata: [] };
    expect(standardiseIndirectly(absent, { ...FRANCE, strata: [] }, true).value).toBeNull();
    const none = { total: stratum(0, 12_000), strata: [stratum(0, 12_000)] };
    const empty = { total: stratum(0, 10), strata: [stratum(0, 10)] };
    expect(standardiseIndirectly(empty, none, true).value).toBeNull();
  });

  it("agrees with the direct way when rates keep the same ratio in every sector", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.2, max: 3, noNaN: true }), (sizes, ratio) => {
        const strata = sizes.map((size, i) => {
          const { numerator, denominator } = FRANCE.strata[i]!;
          return stratum((ratio * size * Number(numerator)) / Number(denominator), size);
        });
        const sum = (part: keyof Stratum) =>
          strata.reduce((all, one) => all + Number(one[part]), 0);
        const total = stratum(sum("numerator"), sum("denominator"));
        const indirect = standardiseIndirectly({ total, strata }, FRANCE, false).value;
        const direct = standardise(strata, FRANCE.strata, 12_000, false).value;
        expect(indirect).toBeCloseTo(Number(direct), 9);
      }),
    );
  });
});

describe("splitGapIndirectly", () => {
  it("adds up to the gap, on either side of the expected rate", () => {
    const found = splitGapIndirectly(here([200, 700, 100], 30), FRANCE);
    expect(found?.structure).toBeCloseTo(1, 12);
    expect(found?.own).toBeCloseTo(-2, 12);
    expect(found?.rest).toBe(0);
    expect(splitGapIndirectly(here([200, 500, "s"], 30), FRANCE)).toBeNull();
    expect(splitGapIndirectly(here([200, 700, 100], "s"), FRANCE)).toBeNull();
  });
});
