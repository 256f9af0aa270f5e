import { standardisedBasis } from "./basis.js";
import { evaluate } from "./likelihood.js";
import { maximise } from "./newton.js";
import type { Sample } from "./sample.js";
import { logit } from "./sigmoid.js";
import { sumOf, sumOfBlocks } from "./tally.js";

/** Weighted share of events of the sample. */
export function eventShare({ rows, mass, outcome }: Sample): number {
  const events = sumOfBlocks(rows, (start, end) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += mass[i]! * outcome[i]!;
    return sum;
  });
  return events / sumOf(mass);
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
  if (intercept && !sample.offset) return homogeneousLoss(sample);
  const design = { names: [], rows: sample.design.rows, values: new Float64Array(0) };
  const bare = { ...sample, design };
  const basis = standardisedBasis(bare, intercept);
  if (!intercept) return evaluate(bare, basis, new Float64Array(0)).loss;
  const start = Float64Array.of(logit(eventShare(sample)));
  return maximise(bare, basis, start, tolerance, maxIterations).evaluation.loss;
}

/** Loss when every row has the share of events as its probability. */
function homogeneousLoss(sample: Sample): number {
  const share = eventShare(sample);
  if (share === 0 || share === 1) return 0;
  return -sumOf(sample.mass) * (share * Math.log(share) + (1 - share) * Math.log1p(-share));
}

/** Loss of the saturated model, one probability a row; 0 when every outcome is 0 or 1. */
export function saturatedLoss({ rows, mass, outcome }: Sample): number {
  return sumOfBlocks(rows, (start, end) => {
    let sum = 0;
    for (let i = start; i < end; i++) {
      const y = outcome[i]!;
      if (y === 0 || y === 1) continue;
      sum -= mass[i]! * (y * Math.log(y) + (1 - y) * Math.log1p(-y));
    }
    return sum;
  });
}
