import type { LogisticFit } from "./fit.js";
import type { Sample } from "./sample.js";
import { rowScores } from "./scores.js";
import { logSigmoid, sigmoid } from "./sigmoid.js";

/** How much each usable row weighs in a fit; conventions of R’s `hatvalues`, `residuals`, `cooks.distance`. */
export interface Influence {
  /** Row of the design, from 0. */
  rows: Int32Array;
  /** Diagonal of the hat matrix, 0 to 1; they add up to the number of parameters. */
  leverage: Float64Array;
  devianceResiduals: Float64Array;
  pearsonResiduals: Float64Array;
  /** D. Pregibon, « Logistic Regression Diagnostics », Ann. Statist. 9 (1981). */
  cooksDistance: Float64Array;
}

/** Diagnostics of a maximum likelihood fit, row by row. */
export function influenceOf(sample: Sample, fit: LogisticFit): Influence {
  const { estimated, eta, residuals, value } = rowScores(sample, fit);
  const bread = estimated.map((a) => estimated.map((b) => fit.vcov[a]![b]!));
  const leverage = eta.map((linear, i) => {
    const weight = sample.mass[i]! * sigmoid(linear) * sigmoid(-linear);
    const x = estimated.map((_, a) => value(i, a));
    return weight * bread.reduce((sum, row, a) => sum + x[a]! * product(row, x), 0);
  });
  const pearsonResiduals = eta.map((linear, i) => {
    const variance = sample.mass[i]! * sigmoid(linear) * sigmoid(-linear);
    return residuals[i]! / Math.sqrt(variance);
  });
  return {
    rows: sample.kept,
    leverage,
    devianceResiduals: eta.map((linear, i) => devianceResidual(sample, i, linear)),
    pearsonResiduals,
    cooksDistance: pearsonResiduals.map(
      (residual, i) => ((residual / (1 - leverage[i]!)) ** 2 * leverage[i]!) / estimated.length,
    ),
  };
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Signed square root of what the row adds to the deviance. */
function devianceResidual({ outcome, mass }: Sample, i: number, eta: number): number {
  const y = outcome[i]!;
  const part = (share: number, log: number) => (share === 0 ? 0 : share * (Math.log(share) - log));
  const unit = part(y, logSigmoid(eta)) + part(1 - y, logSigmoid(-eta));
  return Math.sign(y - sigmoid(eta)) * Math.sqrt(Math.max(0, 2 * mass[i]! * unit));
}
