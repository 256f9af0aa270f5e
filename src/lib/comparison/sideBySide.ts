import type { Indicator } from "../indicators.js";
import { atQuarters, lastMonthOf } from "../quarter.js";
import type { Cell } from "../tables.js";

/** Every series of one thing compared: one row of cells per indicator. */
export interface Side {
  name: string;
  /** `2026-09` or `2026-T3`. */
  periods: readonly string[];
  indicators: Readonly<Record<string, readonly Cell[]>>;
  /** Corrected for the season. */
  adjusted: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Two series on the same periods. */
export interface SideBySide {
  periods: readonly string[];
  values: readonly [readonly Cell[], readonly Cell[]];
}

type Series = Pick<Side, "periods"> & { values: readonly Cell[] };

/**
 * An indicator of two things on the periods of the first, or on quarters when either only has
 * quarters: the last month of a state, the sum of a flow. An indicator that one does not have is
 * missing throughout.
 */
export function sideBySide(
  a: Side,
  b: Side,
  { id, overTime }: Pick<Indicator, "id" | "overTime">,
): SideBySide {
  const [first, second] = [a, b].map(
    ({ periods, indicators }): Series => ({ periods, values: indicators[id] ?? [] }),
  ) as [Series, Series];
  const quarterly = [first, second].find(({ periods }) => isQuarterly(periods));
  const periods = quarterly?.periods ?? first.periods;
  return {
    periods,
    values: [onPeriods(first, periods, overTime), onPeriods(second, periods, overTime)],
  };
}

/** Both corrected for the season, on the same months; null unless both are. */
export function adjustedSideBySide(
  a: Side,
  b: Side,
  { id }: Pick<Indicator, "id">,
): SideBySide | null {
  const [first, second] = [a.adjusted[id], b.adjusted[id]];
  if (!first?.some(isNumber) || !second?.some(isNumber)) return null;
  if (isQuarterly(a.periods) !== isQuarterly(b.periods)) return null;
  const at = new Map(b.periods.map((period, index) => [period, second[index] ?? null]));
  return { periods: a.periods, values: [first, a.periods.map((period) => at.get(period) ?? null)] };
}

function onPeriods(
  { periods, values }: Series,
  wanted: readonly string[],
  overTime: Indicator["overTime"],
): Cell[] {
  if (isQuarterly(wanted) && !isQuarterly(periods))
    return atQuarters(values, periods, wanted, overTime);
  const at = new Map(periods.map((period, index) => [period, values[index] ?? null]));
  return wanted.map((period) => at.get(period) ?? null);
}

function isQuarterly([period = ""]: readonly string[]): boolean {
  return lastMonthOf(period) !== period;
}

const isNumber = (value: number | null): boolean => value !== null;
