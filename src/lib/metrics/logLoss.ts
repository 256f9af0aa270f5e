import { compensatedSum } from "../stats/sum.js";
import { checkScores } from "./scoreCuts.js";

/**
 * Mean of −ln of the probability given to what happened, in nats. Nothing is clipped: a
 * probability of 0 given to an event makes it infinite, as it should.
 */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  checkScores(probabilities, outcomes);
  const { length } = probabilities;
  const total = compensatedSum(length, (i) => {
    const p = probabilities[i]!;
    return outcomes[i] === 1 ? -Math.log(p) : -Math.log1p(-p);
  });
  return total / length;
}
