import type { Basis } from "./basis.js";
import { cholesky, choleskySolve } from "./cholesky.js";
import { type Engine, SINGLE_THREAD } from "./engine.js";
import { type Evaluation, evaluate } from "./likelihood.js";
import type { Sample } from "./sample.js";
import { divergingDirection } from "./separation.js";

export interface Optimum {
  gamma: Float64Array;
  /** At `gamma`, or so near that it is the same. */
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

/** Share of the tolerance below which a step changes neither the loss nor the information: 1e-10 standard error by default. */
const SETTLED = 0.01;

/**
 * The same with many rows, 1e-6 standard error by default: the information changes by less than the
 * step changes any linear predictor, whose own standard error is then a few hundredths at most.
 */
const SETTLED_MANY = 100;

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
  { engine = SINGLE_THREAD, manyRows = false }: Circumstances = {},
): Optimum {
  const settled = tolerance * (manyRows ? SETTLED_MANY : SETTLED);
  const evaluateAt = (point: Float64Array) => evaluate(sample, basis, point, engine);
  let gamma = start;
  let evaluation = evaluateAt(gamma);
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
    const length = Math.sqrt(gain);
    converged = length <= Math.max(tolerance, settled);
    iterations++;
    if (length <= settled) {
      gamma = moved(gamma, step, 1);
      return { gamma, evaluation, factor, iterations, converged, direction };
    }
    const next = converged
      ? pointAt(moved(gamma, step, 1), evaluateAt)
      : lowered(gamma, step, evaluation.loss, evaluateAt);
    if (!next) break;
    ({ gamma, evaluation } = next);
  }
  const factor = cholesky(evaluation.information, basis.size, SINGULAR);
  return { gamma, evaluation, factor, iterations, converged, direction };
}

export interface Circumstances {
  engine?: Engine;
  /** Rows are so many that a step of 1e-6 standard error changes nothing. */
  manyRows?: boolean;
}

interface Point {
  gamma: Float64Array;
  evaluation: Evaluation;
}

/** The first of the full, half, quarter… steps that does not raise the loss. */
function lowered(
  gamma: Float64Array,
  step: Float64Array,
  loss: number,
  evaluateAt: (gamma: Float64Array) => Evaluation,
): Point | null {
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const point = pointAt(moved(gamma, step, 2 ** -halving), evaluateAt);
    // A rise within rounding is no rise, or the last steps before the optimum would be refused.
    if (point.evaluation.loss <= loss * (1 + 4 * Number.EPSILON)) return point;
  }
  return null;
}

function pointAt(gamma: Float64Array, evaluateAt: (gamma: Float64Array) => Evaluation): Point {
  return { gamma, evaluation: evaluateAt(gamma) };
}

function moved(gamma: Float64Array, step: Float64Array, share: number): Float64Array {
  return gamma.map((value, a) => value + share * step[a]!);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
