import { compensatedSum } from "../stats/sum.js";
import { scoreCuts } from "./scoreCuts.js";

/**
 * Average precision `Σ (R_n − R_{n−1}) P_n` over the distinct scores from the highest down:
 * scikit-learn's step sum (`average_precision_score`), no interpolation. NaN without events.
 */
export function averagePrecision(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const { cuts, events } = scoreCuts(scores, outcomes);
  const area = compensatedSum(cuts.length, (i) => {
    const { flagged, truePositives } = cuts[i]!;
    const found = truePositives - (i > 0 ? cuts[i - 1]!.truePositives : 0);
    return found * (truePositives / flagged);
  });
  return area / events;
}
