import { expect, it } from "vitest";
import { formatCount, isPlural } from "../../../src/lib/format/plural.js";

it("takes the plural from two, so that zero and one and a half are singular", () => {
  expect([0, 1, 1.5, 2, -2].map(isPlural)).toEqual([false, false, false, true, true]);
});

it("writes a count with its noun", () => {
  expect(formatCount(1, "entreprise")).toBe("1\u00a0entreprise");
  expect(formatCount(2345, "entreprise")).toBe("2\u202f345\u00a0entreprises");
  expect(formatCount(3, "cas manqué", "cas manqués")).toBe("3\u00a0cas manqués");
});
