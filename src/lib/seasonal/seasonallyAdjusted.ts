import type { Cell } from "../tables.js";
import { lastRun } from "./lastRun.js";
import { hasStableSeason } from "./stableSeason.js";
import { type Decomposition, stl } from "./stl.js";

/** Years a published run must have: X-13ARIMA-SEATS (US Census Bureau) corrects no shorter series. */
export const LEAST_YEARS = 3;

/** Significant digits kept: a correction says no more. */
const DIGITS = 6;

/** A series without its season, and how the season acts on it. */
export interface Adjusted {
  /** As long as the series; null out of the run that was corrected. */
  values: (number | null)[];
  /** Multiplicative: the season is a percentage of the level; additive: an amount. */
  model: "multiplicative" | "additive";
}

/**
 * A published series corrected for the season: robust STL of the run that ends at its last published
 * value, months hidden or missing before it being left out rather than guessed. Only published cells
 * are read, so that the result says nothing of the hidden ones. Multiplicative (STL of logarithms)
 * when every value is positive, for a season grows with the level; additive as soon as one is zero,
 * the corrected values being then cut at zero. Null when the run has less than {@link LEAST_YEARS}
 * years or no stable season (`hasStableSeason`): there is nothing to correct. `period` is 12 for
 * months, 4 for quarters.
 */
export function seasonallyAdjusted(cells: readonly Cell[], period: 4 | 12): Adjusted | null {
  const { first, values } = lastRun(cells);
  if (values.length < LEAST_YEARS * period) return null;
  const model = values.every((value) => value > 0) ? "multiplicative" : "additive";
  const series = model === "multiplicative" ? values.map(Math.log) : values;
  const parts = stl(series, { period, robust: true });
  if (!hasStableSeason(withoutTrend(parts), period)) return null;
  const corrected = values.map((value, index) => {
    const season = parts.seasonal[index]!;
    return model === "multiplicative" ? value / Math.exp(season) : Math.max(value - season, 0);
  });
  const adjusted = new Array<number | null>(cells.length).fill(null);
  for (const [index, value] of corrected.entries()) {
    adjusted[first + index] = Number(value.toPrecision(DIGITS));
  }
  return { values: adjusted, model };
}

function withoutTrend({ seasonal, remainder }: Decomposition): Float64Array {
  return seasonal.map((value, index) => value + remainder[index]!);
}
