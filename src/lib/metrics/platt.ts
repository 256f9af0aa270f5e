import { fitLogistic } from "../logistic/fit.js";
import { logit, sigmoid } from "../logistic/sigmoid.js";

/** probability = sigmoid(intercept + slope × logit(score)). */
export interface PlattMap {
  intercept: number;
  slope: number;
}

/**
 * Platt’s scaling: a logistic regression of the outcome on the log-odds, on targets (n₁+1)/(n₁+2)
 * and 1/(n₀+2) that keep it finite (J. Platt, « Probabilistic Outputs for Support Vector Machines »,
 * 1999; scikit-learn’s `_SigmoidCalibration`).
 */
export function fitPlatt(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): PlattMap {
  const events = Array.from(outcomes).filter((y) => y === 1).length;
  const others = outcomes.length - events;
  const target = (y: number) => (y === 1 ? (events + 1) / (events + 2) : 1 / (others + 2));
  const fit = fitLogistic(
    {
      names: ["logit"],
      rows: probabilities.length,
      values: Float64Array.from(probabilities, logit),
    },
    Float64Array.from(outcomes, target),
  );
  return { intercept: fit.estimates[0]!, slope: fit.estimates[1]! };
}

export function applyPlatt({ intercept, slope }: PlattMap, probability: number): number {
  return sigmoid(intercept + slope * logit(probability));
}
