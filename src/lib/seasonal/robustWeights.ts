import { median } from "../stats/median.js";

/** Six times the median of the absolute residuals weighs nothing (STL § 2.4). */
const MEDIANS = 6;
/** Residuals this close to zero or to that bound count as such, as in the authors’ Fortran. */
const NEAR = 0.001;

/** Bisquare weights of values by the size of their residuals; all one when most residuals are null. */
export function robustWeights(residuals: Float64Array): Float64Array {
  const sizes = residuals.map(Math.abs);
  const bound = MEDIANS * median([...sizes]);
  if (bound === 0) return sizes.fill(1);
  return sizes.map((size) => {
    if (size <= NEAR * bound) return 1;
    return size <= (1 - NEAR) * bound ? (1 - (size / bound) ** 2) ** 2 : 0;
  });
}
