import { expect, test } from "vitest";
import type { MonthlySpending } from "../../../src/lib/budget/budgetTable.js";
import { quartersUpTo, reportNamed } from "../../../src/lib/reports/reportPeriods.js";
import { spendingUpTo, spentIn } from "../../../src/lib/reports/spendingUpTo.js";

const months = ["2025-11", "2025-12", "2026-01"];
const spending: MonthlySpending[] = [
  {
    convention: "z, la première",
    startup: "signaux-faibles",
    months,
    engaged: [10, 20, 30],
    paid: [1, 2.5, null],
    engagedForecast: [10, 20, 30],
    paidForecast: [1, 2, 3],
  },
  {
    convention: "a, la seconde",
    startup: "signaux-faibles",
    months: ["2026-01", "2026-02"],
    engaged: [7, 0],
    paid: [4, 0],
    engagedForecast: [7, 0],
    paidForecast: [5, 0],
  },
];
const year = reportNamed("annuel", "2025");

test("a report shows what was spent by its end, under the convention then in force", () => {
  const known = spendingUpTo(year, spending);
  expect(known.convention).toBe("z, la première");
  expect(known.spending).toHaveLength(1);
  expect(known.spending[0]).toMatchObject({ months: months.slice(0, 2), paid: [1, 2.5] });
  expect(spendingUpTo(reportNamed("annuel", "2026"), spending).convention).toBe("a, la seconde");
  expect(spendingUpTo(reportNamed("annuel", "2020"), spending).convention).toBeNull();
});

test("what was paid in a period is the sum of its months, unknown when one of them is", () => {
  expect(spentIn(year, spending, "paid")).toBe(3.5);
  expect(spentIn(reportNamed("annuel", "2026"), spending, "paid")).toBeNull();
  expect(spentIn(reportNamed("annuel", "2026"), spending, "paidForecast")).toBe(8);
  expect(spentIn(reportNamed("annuel", "2020"), spending, "paid")).toBeNull();
});

test("quarters of a report are those ended with it, two years of them", () => {
  const quarters = [2023, 2024, 2025, 2026].flatMap((at) =>
    [1, 2, 3, 4].map((part) => ({ quarter: `${at}-T${part}` })),
  );
  const kept = quartersUpTo(year, quarters).map(({ quarter }) => quarter);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([8, "2024-T1", "2025-T4"]);
});
