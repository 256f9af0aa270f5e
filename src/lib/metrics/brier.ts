import { compensatedSum } from "../stats/sum.js";
import { checkScores } from "./scoreCuts.js";

/**
 * Mean squared difference between probability and outcome, in [0, 1], the lower the better
 * (G. Brier, Monthly Weather Review 78, 1950, in its binary form).
 */
export function brier(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  checkScores(probabilities, outcomes);
  const { length } = probabilities;
  return compensatedSum(length, (i) => (outcomes[i]! - probabilities[i]!) ** 2) / length;
}
