import { quantileSorted } from "simple-statistics";

/** Quantiles R-7 (Hyndman and Fan, 1996) of the finite values; NaN when there are none. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = Array.from(values.filter(Number.isFinite).sort());
  return shares.map((share) => (sorted.length === 0 ? Number.NaN : quantileSorted(sorted, share)));
}
