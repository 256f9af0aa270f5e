import { expect, it } from "vitest";
import { meanDifferences } from "../../../src/lib/notebook/meanDifferences.js";

it("orders variables by their standardised difference of means, empty values left out", () => {
  const first = [true, true, true, false, false, false];
  const [most, least, flat] = meanDifferences(first, {
    same: [1, 2, 3, 1, 2, 3],
    constant: [4, 4, 4, 4, null, 4],
    apart: [10, 12, null, 2, 4, null],
  });
  // Variances of 1 in each group: the difference of 8 is one of 8 standard deviations.
  expect(most).toEqual({ name: "apart", first: 11, second: 3, standardised: 8 });
  expect(least!.standardised || 0).toBe(0);
  expect([least!.name, flat!.name]).toEqual(["constant", "same"]);
});
