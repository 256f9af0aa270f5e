import { expect, test } from "vitest";
import { previousReport, reportNamed, reportsOf } from "../../../src/lib/reports/reportPeriods.js";

test("a batch gives the reports of the years and quarters that are over, latest first", () => {
  expect(reportsOf("2026-09-30").map(({ period }) => period)).toEqual([
    "2025",
    "2024",
    "2026-T3",
    "2026-T2",
    "2026-T1",
    "2025-T4",
  ]);
  // A quarter under way is not reported; the last day of December ends a year.
  expect(reportsOf("2026-08-31").map(({ period }) => period)).toContain("2026-T2");
  expect(reportsOf("2026-08-31").map(({ period }) => period)).not.toContain("2026-T3");
  expect(reportsOf("2026-12-31")[0]).toMatchObject({
    period: "2026",
    title: "Rapport annuel 2026",
    path: "/rapports/annuel/2026",
  });
});

test("a report knows its months and the period before, across years", () => {
  const report = reportNamed("trimestriel", "2026-T1");
  expect(report.months).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect(report.title).toBe("Rapport trimestriel, T1 2026");
  expect(previousReport(report).period).toBe("2025-T4");
  expect(previousReport(reportNamed("annuel", "2025")).months[0]).toBe("2024-01");
});

test("what is no period is refused", () => {
  expect(() => reportNamed("annuel", "2026-T3")).toThrow(RangeError);
  expect(() => reportNamed("trimestriel", "2026-T5")).toThrow(RangeError);
});
