import { compensatedSum } from "../stats/sum.js";
import type { Basis } from "./basis.js";
import { cholesky, choleskySolve } from "./cholesky.js";
import { type Evaluation, evaluate } from "./likelihood.js";
import { eventShare } from "./nullModel.js";
import type { Sample } from "./sample.js";
import { logit } from "./sigmoid.js";
import { unitColumns } from "./unitColumns.js";

/**
 * Shrinks the coefficients of the standardised columns, the intercept left free: minimises the mean
 * loss + λ (α |b|₁ + (1 − α)/2 |b|²), the objective of glmnet (J. Friedman, T. Hastie,
 * R. Tibshirani, « Regularization Paths for Generalized Linear Models via Coordinate Descent »,
 * J. Stat. Softw. 33, 2010). Ridge is α = 0, with λ = 1/(C Σw) for scikit-learn’s C.
 */
export interface Shrinkage {
  /** ≥ 0, on the mean loss. */
  lambda: number;
  /** 0 ridge, 1 lasso. */
  alpha: number;
}

export interface PenalisedFit {
  basis: Basis;
  /** On the standardised columns, intercept first when there is one. */
  gamma: Float64Array;
  /** On the columns as given; NaN when constant. */
  estimates: Float64Array;
  /** Sum of the losses plus the penalty times the mass: what was minimised. */
  objective: number;
  evaluation: Evaluation;
  iterations: number;
  converged: boolean;
}

/** The change of a coefficient, in standardised units, at which it is found. */
const STILL = 1e-13;
const MAX_STEPS = 100;
const MAX_SWEEPS = 10_000;
const HALVINGS = 40;

/**
 * Penalised maximum likelihood by proximal Newton steps: each one minimises the quadratic
 * approximation of the loss plus the exact penalty, by coordinate descent on the information matrix
 * (directly when α = 0), and is halved until the objective falls.
 */
export function fitPenalised(
  sample: Sample,
  intercept: boolean,
  { lambda, alpha }: Shrinkage,
): PenalisedFit {
  const basis = unitColumns(sample, intercept);
  const mass = compensatedSum(sample.rows, (i) => sample.mass[i]!);
  const penalty = penaltyOf(basis.size, intercept, lambda * mass, alpha);
  let gamma = new Float64Array(basis.size);
  if (intercept) gamma[0] = logit(eventShare(sample));
  let evaluation = evaluate(sample, basis, gamma);
  let objective = evaluation.loss + penaltyAt(penalty, gamma);
  let iterations = 0;
  let converged = false;
  while (iterations < MAX_STEPS && !converged) {
    const target = minimiser(evaluation, gamma, penalty);
    if (!target) break;
    const next = lowered(sample, basis, gamma, target, penalty, objective);
    iterations++;
    if (!next) {
      // No step of any length lowers the objective: it is at its least, up to rounding.
      converged = true;
      break;
    }
    const before = gamma;
    converged = next.gamma.every((value, a) => Math.abs(value - before[a]!) <= STILL);
    ({ gamma, evaluation, objective } = next);
  }
  return {
    basis,
    gamma,
    estimates: rawEstimates(basis, gamma),
    objective,
    evaluation,
    iterations,
    converged,
  };
}

/** Weights of |b| and b²/2 for each coefficient. */
interface Penalty {
  absolute: Float64Array;
  square: Float64Array;
}

function penaltyOf(size: number, intercept: boolean, strength: number, alpha: number): Penalty {
  const absolute = new Float64Array(size).fill(strength * alpha);
  const square = new Float64Array(size).fill(strength * (1 - alpha));
  if (intercept) {
    absolute[0] = 0;
    square[0] = 0;
  }
  return { absolute, square };
}

function penaltyAt({ absolute, square }: Penalty, gamma: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < gamma.length; a++)
    sum += absolute[a]! * Math.abs(gamma[a]!) + (square[a]! * gamma[a]! ** 2) / 2;
  return sum;
}

/** Where the quadratic approximation at `gamma` plus the penalty is least; null when singular. */
function minimiser(
  { information, gradient }: Evaluation,
  gamma: Float64Array,
  penalty: Penalty,
): Float64Array | null {
  const size = gamma.length;
  const full = new Float64Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      full[a * size + b] = information[a * size + b]!;
      full[b * size + a] = information[a * size + b]!;
    }
  if (penalty.absolute.every((weight) => weight === 0))
    return ridgeMinimiser(full, gradient, gamma, penalty);
  return descend(full, gradient, gamma, penalty);
}

function ridgeMinimiser(
  information: Float64Array,
  gradient: Float64Array,
  gamma: Float64Array,
  { square }: Penalty,
): Float64Array | null {
  const size = gamma.length;
  const matrix = Float64Array.from(information);
  for (let a = 0; a < size; a++) matrix[a * size + a] = matrix[a * size + a]! + square[a]!;
  const factor = cholesky(matrix, size, 1e-15);
  if (!factor) return null;
  const slope = gradient.map((value, a) => value - square[a]! * gamma[a]!);
  const step = choleskySolve(factor, size, slope);
  return gamma.map((value, a) => value + step[a]!);
}

function descend(
  information: Float64Array,
  gradient: Float64Array,
  gamma: Float64Array,
  { absolute, square }: Penalty,
): Float64Array {
  const size = gamma.length;
  const next = Float64Array.from(gamma);
  // Slope of the quadratic part at `next`, kept up to date as coefficients move.
  const slope = Float64Array.from(gradient);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let moved = 0;
    for (let a = 0; a < size; a++) {
      const curvature = information[a * size + a]!;
      const pull = slope[a]! + curvature * next[a]!;
      const value = softThreshold(pull, absolute[a]!) / (curvature + square[a]!);
      const change = value - next[a]!;
      if (change === 0) continue;
      next[a] = value;
      for (let b = 0; b < size; b++) slope[b] = slope[b]! - change * information[b * size + a]!;
      moved = Math.max(moved, Math.abs(change));
    }
    if (moved <= STILL) break;
  }
  return next;
}

function softThreshold(value: number, threshold: number): number {
  if (value > threshold) return value - threshold;
  return value < -threshold ? value + threshold : 0;
}

function lowered(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  target: Float64Array,
  penalty: Penalty,
  objective: number,
) {
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const share = 2 ** -halving;
    const next = gamma.map((value, a) =>
      share === 1 ? target[a]! : value + share * (target[a]! - value),
    );
    const evaluation = evaluate(sample, basis, next);
    const value = evaluation.loss + penaltyAt(penalty, next);
    if (value <= objective * (1 + 4 * Number.EPSILON))
      return { gamma: next, evaluation, objective: value };
  }
  return null;
}

function rawEstimates({ parameters, size, transform, aliased }: Basis, gamma: Float64Array) {
  const estimates = new Float64Array(parameters);
  for (let a = 0; a < parameters; a++)
    for (let q = 0; q < size; q++)
      estimates[a] = estimates[a]! + transform[a * size + q]! * gamma[q]!;
  for (const a of aliased) estimates[a] = NaN;
  return estimates;
}
