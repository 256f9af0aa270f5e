/** A smoothing by locally weighted lines (loess) of values at 1, 2, … n. */
export interface Loess {
  values: ArrayLike<number>;
  /** Number of neighbours of a point, odd. */
  window: number;
  /** Weight of each value besides its distance; all one when absent. */
  weights?: ArrayLike<number>;
}

/** Distances this close to zero or to the edge count as such, as in the authors’ Fortran. */
const NEAR = 0.001;
/** A line is fitted when the spread of the neighbours is over that share of the series, as there. */
const LEAST_SPREAD = 0.001;

/** The smoothed value at each place; a place whose neighbours all weigh nothing keeps its value. */
export function smooth(loess: Loess): Float64Array {
  const { values, window } = loess;
  const size = values.length;
  const width = Math.min(window, size);
  return Float64Array.from(values, (value, index) => {
    const left = Math.min(Math.max(index - (width - 1) / 2, 0), size - width);
    const first = Math.floor(left);
    return smoothAt(loess, index + 1, first, first + width) ?? value;
  });
}

/**
 * The local line at `x` (from 0, one before the first value, to n + 1, one after the last) over the
 * neighbours from `first` to before `end` (indices). Tricube weights; null when they are all zero.
 * Cleveland, Cleveland, McRae & Terpenning (1990), « STL: A Seasonal-Trend Decomposition Procedure
 * Based on Loess », Journal of Official Statistics 6(1), § 2.1.
 */
export function smoothAt(
  { values, window, weights }: Loess,
  x: number,
  first: number,
  end: number,
): number | null {
  const size = values.length;
  const beyond = Math.floor(Math.max(window - size, 0) / 2);
  const reach = Math.max(x - first - 1, end - x) + beyond;
  const share = new Float64Array(end - first);
  for (let i = first; i < end; i++) {
    share[i - first] = tricube(Math.abs(i + 1 - x), reach) * (weights?.[i] ?? 1);
  }
  const whole = sum(share);
  if (whole <= 0) return null;
  for (let k = 0; k < share.length; k++) share[k] = share[k]! / whole;
  if (reach > 0) tilt(share, x, first + 1, size - 1);
  let fitted = 0;
  for (let i = first; i < end; i++) fitted += share[i - first]! * values[i]!;
  return fitted;
}

function tricube(distance: number, reach: number): number {
  if (distance > (1 - NEAR) * reach) return 0;
  if (distance <= NEAR * reach) return 1;
  const ratio = distance / reach;
  const rest = 1 - ratio * ratio * ratio;
  return rest * rest * rest;
}

/** Turns the weights of a local mean at `x` into those of a local line; `from` is the place of the first. */
function tilt(share: Float64Array, x: number, from: number, span: number): void {
  let centre = 0;
  for (let k = 0; k < share.length; k++) centre += share[k]! * (from + k);
  let spread = 0;
  for (let k = 0; k < share.length; k++) {
    const distance = from + k - centre;
    spread += share[k]! * distance * distance;
  }
  if (Math.sqrt(spread) <= LEAST_SPREAD * span) return;
  const slope = (x - centre) / spread;
  for (let k = 0; k < share.length; k++) share[k] = share[k]! * (slope * (from + k - centre) + 1);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
