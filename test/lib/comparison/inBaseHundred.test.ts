import fc from "fast-check";
import { expect, test } from "vitest";
import { inBaseHundred } from "../../../src/lib/comparison/inBaseHundred.js";
import type { Cell } from "../../../src/lib/tables.js";

test("series of unlike sizes start from 100 at the first period published on both sides", () => {
  const found = inBaseHundred([
    ["s", 50, 60, "s"],
    [10, 200, 100, null],
  ]);
  expect(found).toEqual({
    base: 1,
    series: [
      ["s", 100, 120, "s"],
      [5, 100, 50, null],
    ],
  });
});

test("there is no index without a period that is published and positive everywhere", () => {
  expect(
    inBaseHundred([
      [0, "s"],
      [4, 4],
    ]),
  ).toBeNull();
  expect(inBaseHundred([[], []])).toBeNull();
  expect(inBaseHundred([])).toBeNull();
});

test("an index neither hides nor reveals a cell, and keeps the changes", () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom<Cell>("s", null));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (values) => {
      const found = inBaseHundred([values]);
      if (!found) return;
      const [indexed] = found.series;
      const base = values[found.base] as number;
      for (const [index, value] of values.entries()) {
        if (typeof value === "number") expect(indexed![index]).toBeCloseTo((100 * value) / base, 6);
        else expect(indexed![index]).toBe(value);
      }
    }),
  );
});
