import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seasonallyAdjusted } from "../../../src/lib/seasonal/seasonallyAdjusted.js";
import type { Cell } from "../../../src/lib/tables.js";
import { STATSMODELS_STL } from "./statsmodelsStl.js";

const MONTHS = STATSMODELS_STL[0]!.values;
const wave = (size: number, level: number, height: number) =>
  Array.from({ length: size }, (_, i) => level + height * Math.sin((2 * Math.PI * i) / 12));

describe("seasonallyAdjusted", () => {
  it("flattens a series that is all season, whichever the model", () => {
    const product = seasonallyAdjusted(
      wave(48, 0, 1).map((power) => 200 * 1.5 ** power),
      12,
    );
    expect(product?.model).toBe("multiplicative");
    for (const value of product?.values ?? []) expect(value).toBeCloseTo(200, 2);
    const sum = seasonallyAdjusted(
      [...wave(48, 10, 10)].map((value) => Math.round(value)),
      12,
    );
    expect(sum?.model).toBe("additive");
    for (const value of sum?.values ?? []) expect(value).toBeCloseTo(10, 0);
  });

  it("does not correct what has no stable season, nor a series of less than three years", () => {
    const drift = MONTHS.map((_, i) => 100 + ((i * 7919) % 31));
    expect(seasonallyAdjusted(drift, 12)).toBeNull();
    expect(seasonallyAdjusted(new Array(60).fill(7), 12)).toBeNull();
    expect(seasonallyAdjusted(MONTHS.slice(-35), 12)).toBeNull();
    expect(seasonallyAdjusted(MONTHS.slice(-36), 12)).not.toBeNull();
    expect(seasonallyAdjusted([], 4)).toBeNull();
  });

  it("corrects the last unbroken run alone, from its published values alone", () => {
    const run = MONTHS.slice(-40);
    const alone = seasonallyAdjusted(run, 12);
    for (const before of [
      [5, 6, "s"],
      [1000, null],
      ["s", "s"],
    ] as Cell[][]) {
      const found = seasonallyAdjusted([...before, ...run, null, null], 12);
      expect(found?.values).toEqual([
        ...before.map(() => null),
        ...(alone?.values ?? []),
        null,
        null,
      ]);
    }
  });

  it("has no value where nothing is published, and never reads past a hidden month", () => {
    const cell = fc.oneof(
      { weight: 40, arbitrary: fc.integer({ min: 1, max: 900 }) },
      { weight: 1, arbitrary: fc.constantFrom<Cell>("s", null) },
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 16, maxLength: 40 }), (cells) => {
        const seasonal = cells.map((value, i) =>
          typeof value === "number" ? value + 5000 * (i % 4) : value,
        );
        const found = seasonallyAdjusted(seasonal, 4);
        const hidden = cells.findLastIndex((value) => typeof value !== "number");
        for (const [i, value] of found?.values.entries() ?? []) {
          if (typeof cells[i] !== "number") expect(value).toBeNull();
          if (hidden < cells.length - 1 && i <= hidden) expect(value).toBeNull();
        }
      }),
    );
  });

  it("is never negative: there is no such level", () => {
    const nothing = wave(60, 100, 90).with(51, 0);
    const found = seasonallyAdjusted(nothing, 12);
    expect(found?.model).toBe("additive");
    expect(Math.min(...(found?.values ?? []).map((value) => value ?? 1))).toBe(0);
  });
});
