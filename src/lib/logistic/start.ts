import type { Basis } from "./basis.js";
import { cholesky, choleskySolve } from "./cholesky.js";
import { evaluate } from "./likelihood.js";
import type { Sample } from "./sample.js";
import { logit } from "./sigmoid.js";

/**
 * Where Newton’s method starts: the intercept alone, at the log-odds of the event share (its column
 * is constant in any basis); with an offset, which can be far from the outcomes, R’s first step when
 * it is the better of the two.
 */
export function startingPoint(
  sample: Sample,
  basis: Basis,
  intercept: boolean,
  share: number,
): Float64Array {
  const gamma = new Float64Array(basis.size);
  if (intercept) gamma[0] = logit(share) / basis.columns[0]!;
  const first = sample.offset && firstStep(sample, basis, sample.offset);
  if (!first) return gamma;
  const lossAt = (point: Float64Array) => evaluate(sample, basis, point).loss;
  return lossAt(first) < lossAt(gamma) ? first : gamma;
}

/** Below this share of its diagonal a pivot is rounding. */
const SINGULAR = 1e-14;

/**
 * Weighted least squares of the working response minus the offset, probabilities being at first
 * (m y + ½)/(m + 1): `binomial()$initialize` and the first iteration of `glm.fit` (R 4.2). Null when
 * the columns are singular under these weights.
 */
function firstStep(sample: Sample, { rows, size, columns }: Basis, offset: Float64Array) {
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < rows; i++) {
    const mass = sample.mass[i]!;
    const y = sample.outcome[i]!;
    const p = (mass * y + 0.5) / (mass + 1);
    const weight = mass * p * (1 - p);
    const response = logit(p) + (y - p) / (p * (1 - p)) - offset[i]!;
    for (let a = 0; a < size; a++) {
      const weighted = weight * columns[a * rows + i]!;
      right[a] = right[a]! + weighted * response;
      for (let b = 0; b <= a; b++)
        gram[a * size + b] = gram[a * size + b]! + weighted * columns[b * rows + i]!;
    }
  }
  const factor = cholesky(gram, size, SINGULAR);
  return factor && choleskySolve(factor, size, right);
}
