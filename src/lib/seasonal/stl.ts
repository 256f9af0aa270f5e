import { smoothCycles } from "./cycleSubseries.js";
import { smooth } from "./loess.js";
import { movingAverage } from "./movingAverage.js";
import { robustWeights } from "./robustWeights.js";

export interface StlOptions {
  /** Values in a year: 12 months or 4 quarters. */
  period: number;
  /** Years of the window that smooths a month of the year, odd; {@link SEASONAL_WINDOW} when absent. */
  seasonalWindow?: number;
  /** Periods of the window of the trend, odd; {@link trendWindowOf} when absent. */
  trendWindow?: number;
  /** True when values far from the rest must not weigh. */
  robust: boolean;
}

/** A series is the sum of the three, value by value. */
export interface Decomposition {
  seasonal: Float64Array;
  trend: Float64Array;
  remainder: Float64Array;
}

/** The least the authors advise (§ 3.5.1): the season may change from a year to another. */
export const SEASONAL_WINDOW = 7;

/** Passes of the inner and outer loops: enough for both to converge (`statsmodels.tsa.seasonal.STL`). */
const PASSES = { plain: { inner: 5, outer: 0 }, robust: { inner: 2, outer: 15 } } as const;

/**
 * Seasonal-trend decomposition by loess, of degree 1 throughout, of a complete series of at least two
 * years. Cleveland, Cleveland, McRae & Terpenning (1990), « STL: A Seasonal-Trend
 * Decomposition Procedure Based on Loess », Journal of Official Statistics 6(1), pp. 3-73.
 * Throws a RangeError on a shorter series or an even window.
 */
export function stl(values: readonly number[], options: StlOptions): Decomposition {
  const { period, robust, seasonalWindow = SEASONAL_WINDOW } = options;
  const { trendWindow = trendWindowOf(period, seasonalWindow) } = options;
  if (values.length < 2 * period) throw new RangeError(`STL needs ${2 * period} values`);
  for (const window of [seasonalWindow, trendWindow]) {
    if (window % 2 === 0) throw new RangeError(`STL needs odd windows, not ${window}`);
  }
  const series = Float64Array.from(values);
  const { inner, outer } = robust ? PASSES.robust : PASSES.plain;
  let parts: Omit<Decomposition, "remainder"> = {
    seasonal: series,
    trend: new Float64Array(series.length),
  };
  let weights: Float64Array | undefined;
  for (let pass = 0; pass <= outer; pass++) {
    if (pass > 0) weights = robustWeights(remainderOf(series, parts));
    for (let i = 0; i < inner; i++) {
      parts = innerPass(series, parts.trend, { period, seasonalWindow, trendWindow }, weights);
    }
  }
  return { ...parts, remainder: remainderOf(series, parts) };
}

/** Smallest odd window that keeps season out of the trend (§ 3.5.3): over 1.5 n(p) ÷ (1 − 1.5 ÷ n(s)). */
export function trendWindowOf(period: number, seasonalWindow: number): number {
  return oddFrom(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow)));
}

const oddFrom = (integer: number): number => (integer % 2 === 0 ? integer + 1 : integer);

function innerPass(
  series: Float64Array,
  trend: Float64Array,
  windows: { period: number; seasonalWindow: number; trendWindow: number },
  weights: Float64Array | undefined,
): Omit<Decomposition, "remainder"> {
  const { period, seasonalWindow, trendWindow } = windows;
  const detrended = series.map((value, index) => value - trend[index]!);
  const cycles = smoothCycles(detrended, period, seasonalWindow, weights);
  const averaged = [period, period, 3].reduce(movingAverage, cycles);
  const level = smooth({ values: averaged, window: oddFrom(period + 1) });
  const seasonal = level.map((low, index) => cycles[index + period]! - low);
  const adjusted = series.map((value, index) => value - seasonal[index]!);
  const smoothed = smooth({ values: adjusted, window: trendWindow, ...(weights && { weights }) });
  return { seasonal, trend: smoothed };
}

function remainderOf(
  series: Float64Array,
  { seasonal, trend }: Omit<Decomposition, "remainder">,
): Float64Array {
  return series.map((value, index) => value - seasonal[index]! - trend[index]!);
}
