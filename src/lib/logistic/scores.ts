import type { LogisticFit } from "./fit.js";
import { INTERCEPT } from "./fit.js";
import type { Sample } from "./sample.js";
import { sigmoid } from "./sigmoid.js";

/** What each row of a sample says at the estimate: parameters of the fit that are estimated, in order. */
export interface RowScores {
  /** Index in `fit.names` of each estimated parameter. */
  estimated: number[];
  /** Linear predictor, offset included. */
  eta: Float64Array;
  /** mass × (outcome − p): the derivative of a row’s log-likelihood in its linear predictor. */
  residuals: Float64Array;
  /** Value of estimated parameter `a` (1 for the intercept) on row `i`. */
  value: (i: number, a: number) => number;
}

/** Rows at the estimates of `fit`, whose design the sample was made from. */
export function rowScores(
  sample: Sample,
  { names, estimates }: Pick<LogisticFit, "names" | "estimates">,
): RowScores {
  const first = names[0] === INTERCEPT ? 1 : 0;
  const estimated = names.flatMap((_, a) => (Number.isNaN(estimates[a]!) ? [] : [a]));
  const width = sample.design.names.length;
  const value = (i: number, a: number) => {
    const column = estimated[a]! - first;
    return column < 0 ? 1 : sample.design.values[sample.kept[i]! * width + column]!;
  };
  const eta = Float64Array.from({ length: sample.rows }, (_, i) =>
    estimated.reduce(
      (sum, parameter, a) => sum + estimates[parameter]! * value(i, a),
      sample.offset?.[i] ?? 0,
    ),
  );
  const residuals = eta.map((linear, i) => {
    const y = sample.outcome[i]!;
    // p and 1 − p apart, so that neither cancels in the tails.
    return sample.mass[i]! * (y * sigmoid(-linear) - (1 - y) * sigmoid(linear));
  });
  return { estimated, eta, residuals, value };
}
