import type { Indicator } from "./indicators.js";
import { monthOf, monthText } from "./month.js";
import type { Cell } from "./tables.js";

/** Months of a quarter, and quarters of a year. */
const MONTHS = 3;
export const QUARTERS_A_YEAR = 4;
export const MONTHS_A_YEAR = 12;

/** Month that ends a period: `2026-T3` gives `2026-09`; a month is its own. */
export function lastMonthOf(period: string): string {
  const [, year, quarter] = /^(\d{4})-T([1-4])$/.exec(period) ?? [];
  if (!year || !quarter) return period;
  return `${year}-${String(Number(quarter) * MONTHS).padStart(2, "0")}`;
}

/** Periods in a year, from how one is written. */
export function periodsAYear(period: string): number {
  return lastMonthOf(period) === period ? MONTHS_A_YEAR : QUARTERS_A_YEAR;
}

/**
 * A monthly series at some quarters: the last month of a state, the sum of the three months of a
 * flow. A month under secrecy hides its quarter, a missing one leaves it unknown.
 */
export function atQuarters(
  cells: readonly Cell[],
  months: readonly string[],
  quarters: readonly string[],
  overTime: Indicator["overTime"],
): Cell[] {
  const at = new Map(months.map((month, index) => [month, cells[index] ?? null]));
  return quarters.map((quarter) => {
    const last = monthOf(lastMonthOf(quarter));
    const length = overTime === "state" ? 1 : MONTHS;
    const parts = Array.from({ length }, (_, back) => at.get(monthText(last - back)) ?? null);
    return sumOf(parts);
  });
}

function sumOf(cells: readonly Cell[]): Cell {
  if (cells.includes("s")) return "s";
  if (cells.includes(null)) return null;
  return (cells as number[]).reduce((sum, value) => sum + value, 0);
}
