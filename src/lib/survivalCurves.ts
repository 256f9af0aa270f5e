import { wilsonInterval } from "./stats/wilson.js";
import type { Cell, SurvivalTable } from "./tables.js";

type Row = SurvivalTable["rows"][number];

/** What became of those that entered one year. */
export interface SurvivalCurve {
  year: number;
  cohort: Cell;
  /** From the entry (100 % at 0 month) to the last horizon published. */
  points: { month: number; percent: number }[];
}

/** The curves of a territory and sector, oldest entries first; hidden horizons are left out, a year without any too. */
export function survivalCurves(
  { horizons, rows }: SurvivalTable,
  territory: string,
  sector: string,
): SurvivalCurve[] {
  return rows
    .filter((row) => row.territory === territory && row.sector === sector)
    .sort((a, b) => a.year - b.year)
    .map(({ year, cohort, survival }) => ({
      year,
      cohort,
      points: [
        { month: 0, percent: 100 },
        ...horizons.flatMap((month, index) => {
          const percent = survival[index];
          return typeof percent === "number" ? [{ month, percent }] : [];
        }),
      ],
    }))
    .filter(({ points }) => points.length > 1);
}

/** Survival at one horizon with its 95 % interval, in percent. */
export interface SurvivalEstimate {
  row: Row;
  value: number;
  low: number;
  high: number;
}

/**
 * Survival at a horizon for the groups that `kept` keeps, for the last year of entry that has a
 * figure, with Wilson's 95 % interval on its cohort; null when none is published.
 */
export function survivalAt(
  { horizons, rows }: SurvivalTable,
  horizon: number,
  kept: (row: Row) => boolean,
): { year: number; estimates: SurvivalEstimate[]; hidden: Row[] } | null {
  const at = horizons.indexOf(horizon);
  const candidates = rows.filter(kept);
  const published = candidates.filter(({ survival }) => typeof survival[at] === "number");
  if (published.length === 0) return null;
  const year = Math.max(...published.map((row) => row.year));
  const ofYear = candidates.filter((row) => row.year === year);
  const estimates = ofYear.flatMap((row) => estimateOf(row, row.survival[at]));
  const shown = new Set(estimates.map(({ row }) => row));
  return { year, estimates, hidden: ofYear.filter((row) => !shown.has(row)) };
}

function estimateOf(row: Row, value: Cell | undefined): SurvivalEstimate[] {
  const { cohort } = row;
  if (typeof value !== "number" || typeof cohort !== "number" || cohort <= 0) return [];
  const survivors = Math.min(cohort, Math.round((value * cohort) / 100));
  const [low, high] = wilsonInterval(survivors, cohort);
  return [{ row, value, low: 100 * low, high: 100 * high }];
}
