import type { Basis } from "./basis.js";
import { cholesky, choleskySolve, invertLower } from "./cholesky.js";
import { type Evaluation, evaluate } from "./likelihood.js";
import { fillPredictor } from "./likelihoodTotals.js";
import { eventShare } from "./nullModel.js";
import type { Sample } from "./sample.js";
import { logit, sigmoid } from "./sigmoid.js";

export interface FirthOptimum {
  gamma: Float64Array;
  evaluation: Evaluation;
  factor: Float64Array;
  /** Log-likelihood kernel + ½ ln |information| on the basis. */
  penalised: number;
  iterations: number;
  converged: boolean;
}

const SINGULAR = 1e-14;
const MAX_STEPS = 200;
const HALVINGS = 40;
/** Length of the step, in standard errors, at which the estimate is found. */
const STILL = 1e-11;

/**
 * Firth’s bias-reduced estimate: the maximum of the likelihood times the square root of the
 * determinant of the information (Jeffreys’ prior). Finite whatever the separation, and without the
 * first-order bias that rare events give to maximum likelihood.
 *
 * Source: D. Firth, « Bias reduction of maximum likelihood estimates », Biometrika 80 (1993);
 * G. Heinze, M. Schemper, « A solution to the problem of separation in logistic regression », Stat.
 * Med. 21 (2002). The modified score is Σ x (m (y − p) + h (½ − p)), h being the leverages.
 * Null when the information is singular on the basis.
 */
export function maximiseFirth(
  sample: Sample,
  basis: Basis,
  intercept: boolean,
): FirthOptimum | null {
  let gamma = new Float64Array(basis.size);
  // Half an event more in each class: finite with a single class too.
  if (intercept) gamma[0] = logit(smoothedShare(sample)) / basis.columns[0]!;
  let point = pointAt(sample, basis, gamma);
  if (!point) return null;
  let converged = false;
  let iterations = 0;
  while (iterations < MAX_STEPS && !converged) {
    const score = modifiedScore(sample, basis, gamma, point);
    const step = choleskySolve(point.factor, basis.size, score);
    const length = Math.sqrt(
      Math.max(
        0,
        step.reduce((sum, value, a) => sum + value * score[a]!, 0),
      ),
    );
    converged = length <= STILL;
    const next = raised(sample, basis, gamma, step, point.penalised);
    if (!next) break;
    ({ gamma, point } = next);
    iterations++;
  }
  return { gamma, ...point, iterations, converged };
}

function smoothedShare(sample: Sample): number {
  const mass = sample.mass.reduce((sum, value) => sum + value, 0);
  return (eventShare(sample) * mass + 0.5) / (mass + 1);
}

interface Point {
  evaluation: Evaluation;
  factor: Float64Array;
  penalised: number;
}

function pointAt(sample: Sample, basis: Basis, gamma: Float64Array): Point | null {
  const evaluation = evaluate(sample, basis, gamma);
  const factor = cholesky(evaluation.information, basis.size, SINGULAR);
  if (!factor) return null;
  let halfLogDeterminant = 0;
  for (let a = 0; a < basis.size; a++) halfLogDeterminant += Math.log(factor[a * basis.size + a]!);
  return { evaluation, factor, penalised: halfLogDeterminant - evaluation.loss };
}

function raised(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  step: Float64Array,
  penalised: number,
): { gamma: Float64Array<ArrayBuffer>; point: Point } | null {
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const next = Float64Array.from(gamma, (value, a) => value + 2 ** -halving * step[a]!);
    const point = pointAt(sample, basis, next);
    if (point && point.penalised >= penalised - 8 * Number.EPSILON * Math.abs(penalised))
      return { gamma: next, point };
  }
  return null;
}

function modifiedScore(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  { evaluation, factor }: Point,
): Float64Array {
  const { rows, size, columns } = basis;
  const inverse = invertLower(factor, size);
  const eta = new Float64Array(rows);
  fillPredictor(basis, gamma, sample.offset, 0, eta);
  const score = Float64Array.from(evaluation.gradient);
  for (let i = 0; i < rows; i++) {
    const p = sigmoid(eta[i]!);
    const weight = sample.mass[i]! * p * sigmoid(-eta[i]!);
    let leverage = 0;
    for (let l = 0; l < size; l++) {
      let part = 0;
      for (let a = 0; a <= l; a++) part += inverse[l * size + a]! * columns[a * rows + i]!;
      leverage += part * part;
    }
    const pull = weight * leverage * (0.5 - p);
    for (let a = 0; a < size; a++) score[a] = score[a]! + pull * columns[a * rows + i]!;
  }
  return score;
}
