import { fitLogistic } from "../logistic/fit.js";
import { logit, sigmoid } from "../logistic/sigmoid.js";

/** Largest shift tried, in log-odds: e^60 separates any two rates that can be told apart. */
const FAR = 60;
/** Halvings after which the interval is under one rounding of a log-odds. */
const HALVINGS = 80;

/**
 * The shift δ of the log-odds that makes their mean probability `rate`: the mean of σ(η + δ). It
 * grows with δ, so halving an interval finds it. With equal log-odds it is logit(rate) − η, the prior
 * correction of G. King and L. Zeng (Political Analysis 9, 2001, §4.1).
 */
export function shiftToRate(logOdds: Float64Array, rate: number): number {
  let [low, high] = [-FAR, FAR];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    const mean = logOdds.reduce((sum, eta) => sum + sigmoid(eta + middle), 0) / logOdds.length;
    if (mean < rate) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How known outcomes move a probability, and whether its slope had to move. */
export interface OutcomeRecalibration {
  intercept: number;
  slope: number;
  /** Wald’s test of a slope of 1, errors clustered by company. */
  slopeTest: { estimate: number; stdError: number; z: number };
}

/** Two-sided 5 % of the normal law. */
const SIGNIFICANT = 1.959963984540054;

/**
 * Recalibration of log-odds on outcomes (0 or 1) of companies: the intercept alone, unless the data
 * refuse a slope of 1 at 5 %, errors clustered by company; then both (E. Steyerberg et al.,
 * « Validation and updating of predictive logistic regression models », Statistics in Medicine 23,
 * 2004: methods 1 and 2; Y. Vergouwe et al., Statistics in Medicine 36, 2017, who let a test choose).
 */
export function recalibrateOnOutcomes(
  logOdds: Float64Array,
  outcome: Float64Array,
  clusters: readonly string[],
): OutcomeRecalibration {
  const rows = logOdds.length;
  const fit = fitLogistic({ names: ["logit"], rows, values: logOdds }, outcome);
  const [a, b] = [fit.estimates[0]!, fit.estimates[1]!];
  const stdError = clusteredSlopeError(logOdds, outcome, clusters, [a, b], fit.vcov);
  const z = (b - 1) / stdError;
  const slopeTest = { estimate: b, stdError, z };
  if (Math.abs(z) > SIGNIFICANT) return { intercept: a, slope: b, slopeTest };
  const rate = outcome.reduce((sum, value) => sum + value, 0) / rows;
  return { intercept: shiftToRate(logOdds, rate), slope: 1, slopeTest };
}

/** Sandwich error of the slope, factor G/(G−1). */
function clusteredSlopeError(
  logOdds: Float64Array,
  outcome: Float64Array,
  clusters: readonly string[],
  [a, b]: [number, number],
  vcov: readonly (readonly number[])[],
): number {
  const moves = new Map<string, number>();
  for (const [row, x] of logOdds.entries()) {
    const residual = outcome[row]! - sigmoid(a + b * x);
    const move = residual * (vcov[1]![0]! + vcov[1]![1]! * x);
    moves.set(clusters[row]!, (moves.get(clusters[row]!) ?? 0) + move);
  }
  const total = [...moves.values()].reduce((sum, move) => sum + move ** 2, 0);
  return Math.sqrt((total * moves.size) / (moves.size - 1));
}

/** Log-odds of probabilities. */
export const logOddsOf = (probabilities: Float64Array): Float64Array => probabilities.map(logit);
