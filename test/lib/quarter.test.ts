import fc from "fast-check";
import { expect, test } from "vitest";
import { monthOf, monthText } from "../../src/lib/month.js";
import { atQuarters, lastMonthOf, periodsAYear } from "../../src/lib/quarter.js";

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
const QUARTERS = ["2026-T1", "2026-T2"];

test("a quarter ends with its third month, and a month with itself", () => {
  expect(["2026-T1", "2026-T4", "2026-05"].map(lastMonthOf)).toEqual([
    "2026-03",
    "2026-12",
    "2026-05",
  ]);
  expect(["2026-T1", "2026-05"].map(periodsAYear)).toEqual([4, 12]);
});

test("a state is that of the last month, a flow the sum of the three", () => {
  const cells = [1, 2, 3, 4, 5, 6];
  expect(atQuarters(cells, MONTHS, QUARTERS, "state")).toEqual([3, 6]);
  expect(atQuarters(cells, MONTHS, QUARTERS, "flow")).toEqual([6, 15]);
});

test("a month under secrecy hides its quarter, a missing one leaves it unknown", () => {
  const cells = ["s", 2, 3, null, 5, 6] as const;
  expect(atQuarters(cells, MONTHS, QUARTERS, "flow")).toEqual(["s", null]);
  expect(atQuarters(cells, MONTHS, QUARTERS, "state")).toEqual([3, 6]);
  expect(atQuarters(cells, MONTHS, ["2025-T4"], "state")).toEqual([null]);
});

test("the quarters of a whole year of a flow add up to its months", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 12, maxLength: 12 }), (cells) => {
      const months = cells.map((_, index) => monthText(monthOf("2025-01") + index));
      const quarters = ["2025-T1", "2025-T2", "2025-T3", "2025-T4"];
      const sum = (values: readonly unknown[]) => (values as number[]).reduce((a, b) => a + b, 0);
      expect(sum(atQuarters(cells, months, quarters, "flow"))).toBe(sum(cells));
    }),
  );
});
