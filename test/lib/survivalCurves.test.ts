import { describe, expect, it } from "vitest";
import { survivalAt, survivalCurves } from "../../src/lib/survivalCurves.js";
import type { SurvivalTable } from "../../src/lib/tables.js";

const row = (
  year: number,
  sector: string,
  cohort: number | "s",
  survival: SurvivalTable["rows"][number]["survival"],
) => ({ year, territory: "FR", sector, cohort, survival });

const TABLE: SurvivalTable = {
  horizons: [12, 24, 36],
  rows: [
    row(2024, "Total", 200, [80, null, null]),
    row(2023, "Total", 100, [82, 70, null]),
    row(2023, "F", 20, [75, 50, null]),
    row(2023, "G", "s", ["s", "s", null]),
    row(2025, "Total", 150, [null, null, null]),
  ],
};

describe("survival after entering proceedings", () => {
  it("starts from all of them, oldest year first, and leaves out a year without any figure", () => {
    const curves = survivalCurves(TABLE, "FR", "Total");
    expect(curves.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(curves[0]!.points).toEqual([
      { month: 0, percent: 100 },
      { month: 12, percent: 82 },
      { month: 24, percent: 70 },
    ]);
    expect(survivalCurves(TABLE, "FR", "G")).toEqual([]);
  });

  it("compares groups on the last year that has a figure, with an interval that says how few they are", () => {
    const found = survivalAt(TABLE, 24, ({ territory }) => territory === "FR")!;
    expect(found.year).toBe(2023);
    expect(found.hidden.map(({ sector }) => sector)).toEqual(["G"]);
    const construction = found.estimates.find(({ row: { sector } }) => sector === "F")!;
    // Wilson's interval for 10 of 20: 0.299 to 0.701 (Brown, Cai and DasGupta, 2001).
    expect(construction.low).toBeCloseTo(29.9, 1);
    expect(construction.high).toBeCloseTo(70.1, 1);
    expect(construction.value).toBe(50);
  });

  it("is nothing when no year has reached the horizon", () => {
    expect(survivalAt(TABLE, 36, () => true)).toBeNull();
    expect(survivalAt(TABLE, 18, () => true)).toBeNull();
  });
});
