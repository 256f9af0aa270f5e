import type { LogisticFit } from "./fit.js";
import { logit } from "./sigmoid.js";

/**
 * The value of the only column of a fit at which the probability is `p`, in its units, and its
 * standard error by the delta method: MASS’s `dose.p` (W. Venables, B. Ripley, « Modern Applied
 * Statistics with S », 4th ed., 2002, § 7.2). NaN unless the fit is an intercept and one column.
 */
export function crossing(
  { estimates, vcov }: Pick<LogisticFit, "estimates" | "vcov">,
  p: number,
): { value: number; stdError: number } {
  if (estimates.length !== 2) return { value: NaN, stdError: NaN };
  const slope = estimates[1]!;
  const value = (logit(p) - estimates[0]!) / slope;
  const [first, second] = vcov as [number[], number[]];
  const variance = first[0]! + 2 * value * first[1]! + value ** 2 * second[1]!;
  return { value, stdError: Math.sqrt(variance) / Math.abs(slope) };
}

/**
 * The change of one column alone, in its units, that takes a row from the linear predictor `eta` to
 * the probability `p`; infinite when the slope is 0.
 */
export function changeToReach(eta: number, slope: number, p: number): number {
  return (logit(p) - eta) / slope;
}
