import { smooth, smoothAt } from "./loess.js";

/**
 * Each month of the year smoothed over the years, one more year at both ends: `period` values more
 * before the first and after the last (step 2 of the inner loop of STL).
 */
export function smoothCycles(
  values: Float64Array,
  period: number,
  window: number,
  weights: Float64Array | undefined,
): Float64Array {
  const smoothed = new Float64Array(values.length + 2 * period);
  for (let start = 0; start < period; start++) {
    const one = {
      values: everyPeriod(values, start, period),
      window,
      ...(weights && { weights: everyPeriod(weights, start, period) }),
    };
    const inside = smooth(one);
    const size = inside.length;
    const width = Math.min(window, size);
    const before = smoothAt(one, 0, 0, width) ?? inside[0]!;
    const after = smoothAt(one, size + 1, size - width, size) ?? inside[size - 1]!;
    for (const [year, value] of [before, ...inside, after].entries()) {
      smoothed[start + year * period] = value;
    }
  }
  return smoothed;
}

function everyPeriod(values: Float64Array, start: number, period: number): Float64Array {
  return values.filter((_, index) => index % period === start);
}
