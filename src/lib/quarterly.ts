import type { IndicatorId } from "./indicators.js";
import { indicatorOf } from "./labels.js";
import { atQuarters } from "./quarter.js";
import type { Totals } from "./totals.js";

/** The totals of a territory known by month, at some quarters; a series corrected by month has no quarter. */
export function quarterly({ territory, periods, indicators }: Totals, quarters: string[]): Totals {
  const rows = Object.entries(indicators).map(([id, cells]) => {
    const { overTime } = indicatorOf(id as IndicatorId);
    return [id, atQuarters(cells, periods, quarters, overTime)];
  });
  return { territory, periods: quarters, indicators: Object.fromEntries(rows), adjusted: {} };
}
