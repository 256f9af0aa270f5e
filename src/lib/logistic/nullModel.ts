import { compensatedSum } from "../stats/sum.js";
import { standardisedBasis } from "./basis.js";
import { evaluate } from "./likelihood.js";
import { maximise } from "./newton.js";
import type { Sample } from "./sample.js";
import { logit } from "./sigmoid.js";

/** Weighted share of events of the sample. */
export function eventShare(sample: Sample): number {
  const total = compensatedSum(sample.rows, (i) => sample.mass[i]!);
  return compensatedSum(sample.rows, (i) => sample.mass[i]! * sample.outcome[i]!) / total;
}

/**
 * Loss (minus the log-likelihood kernel) of the model without columns: the intercept and the
 * offset, or the offset alone. It is what R's `null.deviance` rests on.
 */
export function nullLoss(
  sample: Sample,
  intercept: boolean,
  tolerance: number,
  maxIterations: number,
): number {
  const bare = { ...sample, columns: new Float64Array(0) };
  const basis = standardisedBasis(bare, intercept);
  const start = intercept ? Float64Array.of(logit(eventShare(sample))) : new Float64Array(0);
  if (!intercept || !sample.offset) return evaluate(bare, basis, start).loss;
  return maximise(bare, basis, start, tolerance, maxIterations).evaluation.loss;
}

/** Loss of the saturated model, one probability a row; 0 when every outcome is 0 or 1. */
export function saturatedLoss(sample: Sample): number {
  return compensatedSum(sample.rows, (i) => {
    const y = sample.outcome[i]!;
    if (y === 0 || y === 1) return 0;
    return -sample.mass[i]! * (y * Math.log(y) + (1 - y) * Math.log1p(-y));
  });
}
