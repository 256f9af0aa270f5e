import fc from "fast-check";
import { expect, test } from "vitest";
import { identifiersIn } from "../../../cli/site/identifiers.js";
import { csvNumber } from "../../../src/lib/diffusion/csvNumber.js";

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 100_000_000, max: 999_999_999 }),
  fc.integer({ min: 10_000_000_000_000, max: 99_999_999_999_999 }),
);

test("a number reads back to the same one, and the check of the site takes none for an identifier", () => {
  fc.assert(
    fc.property(numbers, (value) => {
      const text = csvNumber(value);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
      expect(identifiersIn("a.csv", `x,${text},y`)).toEqual([]);
    }),
  );
});

test("counts stay whole, amounts as long as a SIREN have a zero after the point", () => {
  expect([12, -0, 1234.5, 123_456_789].map(csvNumber)).toEqual([
    ...["12", "0", "1234.5", "123456789.0"],
  ]);
});

test("a number that is not finite is refused: it would be read as a value", () => {
  expect(() => csvNumber(Number.NaN)).toThrow(RangeError);
});
