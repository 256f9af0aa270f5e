import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decileCuts,
  shareBelow,
  sharesBetween,
  shareUpTo,
} from "../../../src/lib/stats/percentiles.js";

/** Percentiles of the whole numbers from 0 to 100. */
const EVEN = Array.from({ length: 101 }, (_, index) => index);

/** 60 % of zeros, then even from 1 to 40. */
const ZEROS = EVEN.map((value) => Math.max(0, value - 60));

describe("shareUpTo", () => {
  it("reads between two percentiles as if values were evenly spread", () => {
    expect(shareUpTo(EVEN, 25)).toBe(0.25);
    expect(shareUpTo(EVEN, 25.5)).toBe(0.255);
    expect(shareUpTo(EVEN, -1)).toBe(0);
    expect(shareUpTo(EVEN, 100)).toBe(1);
  });

  it("counts a value that repeats whole, and none of it below", () => {
    expect(shareUpTo(ZEROS, 0)).toBe(0.6);
    expect(shareBelow(ZEROS, 0)).toBe(0);
    expect(shareBelow(EVEN, 25)).toBeCloseTo(0.25, 12);
  });

  it("never decreases", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 101, maxLength: 101 }),
        fc.integer({ min: -60, max: 60 }),
        (values, x) => {
          const sorted = values.sort((a, b) => a - b);
          expect(shareUpTo(sorted, x)).toBeLessThanOrEqual(shareUpTo(sorted, x + 1));
          expect(shareBelow(sorted, x)).toBeLessThanOrEqual(shareUpTo(sorted, x) + 1e-12);
        },
      ),
    );
  });
});

describe("sharesBetween", () => {
  it("gives a tenth to each class of a distribution without repeats", () => {
    const shares = sharesBetween(EVEN, decileCuts(EVEN));
    expect(shares).toHaveLength(10);
    for (const share of shares) expect(share).toBeCloseTo(0.1, 12);
  });

  it("merges the deciles that coincide", () => {
    expect(decileCuts(ZEROS)).toEqual([0, 10, 20, 30]);
    expect(sharesBetween(ZEROS, [0, 10, 20, 30])[0]).toBe(0.6);
  });

  it("sees a constant go down as well as up", () => {
    const constant = EVEN.map(() => 7);
    expect(decileCuts(constant)).toEqual([7]);
    expect(sharesBetween(constant, [7])).toEqual([0, 1, 0]);
    expect(
      sharesBetween(
        EVEN.map(() => 6),
        [7],
      ),
    ).toEqual([1, 0, 0]);
  });
});
