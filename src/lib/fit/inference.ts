import { NORMAL_QUANTILE_975, twoSidedNormalP } from "../stats/normal.js";

export interface Inference {
  estimate: number;
  stdError: number;
  z: number;
  p: number;
  ciLow: number;
  ciHigh: number;
}

/** Wald test and 95 % interval of an estimate. */
export function inferenceOf(estimate: number, variance: number): Inference {
  const stdError = Math.sqrt(variance);
  const z = estimate / stdError;
  const half = NORMAL_QUANTILE_975 * stdError;
  return {
    estimate,
    stdError,
    z,
    p: twoSidedNormalP(z),
    ciLow: estimate - half,
    ciHigh: estimate + half,
  };
}
