import type { LogisticFit } from "../logistic/fit.js";
import { sigmoid } from "../logistic/predict.js";
import { weightOf } from "./classWeights.js";
import { logOdds } from "./regress.js";
import type { Sheet } from "./sheet.js";

/**
 * How far each company moves each parameter: `values[company × width + parameter]`. The covariance
 * of the parameters clustered by company is the sum of the products of these moves.
 */
export interface Influence {
  width: number;
  companies: number;
  values: Float64Array;
}

/** An influence of `width` parameters that nothing has moved yet. */
export function still(companies: number, width: number): Influence {
  return { width, companies, values: new Float64Array(companies * width) };
}

/** Sum of the scores (gradients of the log-likelihood) of the rows of each company. */
export function companyScores(sheet: Sheet, fit: LogisticFit): Influence {
  const { design, outcome, company, companies, offset, weights } = sheet;
  const width = design.names.length;
  const scores = still(companies, width + 1);
  const eta = logOdds(sheet, fit);
  for (let row = 0; row < design.rows; row++) {
    const y = outcome[row]!;
    const residual = weightOf(weights, y) * (y - sigmoid(eta[row]! + offset));
    const start = company[row]! * (width + 1);
    scores.values[start] = scores.values[start]! + residual;
    for (let column = 0; column < width; column++) {
      const cell = residual * design.values[row * width + column]!;
      scores.values[start + column + 1] = scores.values[start + column + 1]! + cell;
    }
  }
  return scores;
}

/**
 * Moves of the parameters of a fit for scores by company: its covariance times each score (K.-Y.
 * Liang, S. Zeger, Biometrika 73, 1986). Parameters without estimate do not move.
 */
export function movesOf(scores: Influence, { vcov }: Pick<LogisticFit, "vcov">): Influence {
  const { width, companies } = scores;
  const moves = still(companies, width);
  const bread = vcov.map((row) => row.map((value) => (Number.isNaN(value) ? 0 : value)));
  for (let company = 0; company < companies; company++) {
    const start = company * width;
    for (let a = 0; a < width; a++) {
      let sum = 0;
      for (let b = 0; b < width; b++) sum += bread[a]![b]! * scores.values[start + b]!;
      moves.values[start + a] = sum;
    }
  }
  return moves;
}

/** Covariance clustered by company, with the factor G/(G−1) of `cr1` (src/lib/logistic/robust.ts). */
export function clusteredVcov({ width, companies, values }: Influence): number[][] {
  const factor = companies / (companies - 1);
  const vcov = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (let company = 0; company < companies; company++) {
    const start = company * width;
    for (let a = 0; a < width; a++) {
      for (let b = 0; b <= a; b++) vcov[a]![b]! += values[start + a]! * values[start + b]! * factor;
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) vcov[b]![a] = vcov[a]![b]!;
  return vcov;
}
