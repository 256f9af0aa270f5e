import type { Basis } from "./basis.js";
import { cholesky, choleskySolve } from "./cholesky.js";
import { type Evaluation, evaluate } from "./likelihood.js";
import type { Sample } from "./sample.js";
import { divergingDirection } from "./separation.js";

export interface Optimum {
  gamma: Float64Array;
  /** At `gamma`. */
  evaluation: Evaluation;
  /** Cholesky factor of the information at `gamma`; null when it is numerically singular. */
  factor: Float64Array | null;
  iterations: number;
  converged: boolean;
  /** Set when the data are separated: a direction along which the likelihood grows for ever. */
  direction: Float64Array | null;
}

/**
 * Pivots below this share of their diagonal are rounding: the information is a sum of doubles
 * carrying about 2e-16 each, compensated.
 */
const SINGULAR = 1e-14;

/**
 * R stops when the deviance changes by less than this share (`glm.control(epsilon = 1e-8)`). On
 * separated data this is where Newton's steps have reached their limit direction, and where the
 * test of separation is worth doing; elsewhere the steps are then too short to pass it.
 */
const STALLED = 1e-8;

/** Halvings of a step that does not lower the loss; 2^-30 of a Newton step is no step. */
const HALVINGS = 30;

/**
 * Maximises the likelihood by Newton's method with step halving; for the logit link this is R's
 * IRLS (McCullagh & Nelder, « Generalized Linear Models », 2nd ed., 1989, §2.5 and §4.4).
 * The Newton decrement √(gᵀ H⁻¹ g) is the length of the step in standard errors.
 */
export function maximise(
  sample: Sample,
  basis: Basis,
  start: Float64Array,
  tolerance: number,
  maxIterations: number,
): Optimum {
  let gamma = start;
  let evaluation = evaluate(sample, basis, gamma);
  let direction: Float64Array | null = null;
  let converged = false;
  let iterations = 0;
  while (iterations < maxIterations && !converged) {
    const factor = cholesky(evaluation.information, basis.size, SINGULAR);
    if (!factor) break;
    const step = choleskySolve(factor, basis.size, evaluation.gradient);
    const gain = Math.max(0, product(step, evaluation.gradient));
    // R adds 0.1 too, for deviances that tend to 0.
    if (gain <= STALLED * (evaluation.loss + 0.1)) {
      direction = divergingDirection(sample, basis, gamma, step);
      if (direction) break;
    }
    converged = Math.sqrt(gain) <= tolerance;
    const next = converged
      ? moved(sample, basis, gamma, step, 1)
      : lowered(sample, basis, gamma, step, evaluation.loss);
    if (!next) break;
    ({ gamma, evaluation } = next);
    iterations++;
  }
  const factor = cholesky(evaluation.information, basis.size, SINGULAR);
  return { gamma, evaluation, factor, iterations, converged, direction };
}

interface Point {
  gamma: Float64Array;
  evaluation: Evaluation;
}

/** The first of the full, half, quarter… steps that does not raise the loss. */
function lowered(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  step: Float64Array,
  loss: number,
): Point | null {
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const point = moved(sample, basis, gamma, step, 2 ** -halving);
    // A rise within rounding is no rise, or the last steps before the optimum would be refused.
    if (point.evaluation.loss <= loss * (1 + 4 * Number.EPSILON)) return point;
  }
  return null;
}

function moved(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  step: Float64Array,
  share: number,
): Point {
  const next = gamma.map((value, a) => value + share * step[a]!);
  return { gamma: next, evaluation: evaluate(sample, basis, next) };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
