import { chiSquaredTail } from "../stats/chiSquared.js";
import { calibrationBins } from "./calibrationBins.js";

export interface HosmerLemeshow {
  groups: number;
  chi2: number;
  df: number;
  /** Small: announced and observed numbers differ more than chance does. With many rows it always is. */
  p: number;
}

/**
 * Hosmer and Lemeshow’s test on ten groups of neighbouring probabilities: Σ (O − E)² / (E (1 − E/n)),
 * against χ² with groups − 2 degrees of freedom (D. Hosmer, S. Lemeshow, « Goodness of fit tests for
 * the multiple logistic regression model », Commun. Statist. A9, 1980).
 */
export function hosmerLemeshow(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  groups = 10,
): HosmerLemeshow {
  const bins = calibrationBins(probabilities, outcomes, groups);
  const chi2 = bins.reduce((sum, { n, events, meanPredicted }) => {
    const expected = n * meanPredicted;
    return sum + (events - expected) ** 2 / (expected * (1 - meanPredicted));
  }, 0);
  const df = bins.length - 2;
  return { groups: bins.length, chi2, df, p: chiSquaredTail(chi2, df) };
}
