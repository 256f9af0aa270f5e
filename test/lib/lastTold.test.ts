import { expect, test } from "vitest";
import { lastTold } from "../../src/lib/lastTold.js";

test("a late source is told at its last period, a hidden one at the last of all", () => {
  expect(lastTold([1, 2, 3], [1, 2, null])).toBe(1);
  expect(lastTold([1, 2, "s"], [1, 2, 3])).toBe(2);
  expect(lastTold([1, "s", null], [1, 2, 3])).toBe(1);
});

test("a series that never tells anything is told at the last period", () => {
  expect(lastTold([null, null])).toBe(1);
  expect(lastTold([], [1, 2])).toBe(1);
});
