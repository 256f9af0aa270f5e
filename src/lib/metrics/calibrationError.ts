import { calibrationBins } from "./calibrationBins.js";

/**
 * Expected calibration error over bins of equal width [0, 0.1), …, [0.9, 1]: mean over rows of the
 * gap between announced and observed in their bin (M. Naeini, G. Cooper, M. Hauskrecht, AAAI 2015).
 */
export function equalWidthError(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  bins = 10,
): number {
  const gaps = new Float64Array(bins);
  for (let i = 0; i < probabilities.length; i++) {
    const bin = Math.min(bins - 1, Math.floor(bins * probabilities[i]!));
    gaps[bin] = gaps[bin]! + outcomes[i]! - probabilities[i]!;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / probabilities.length;
}

/** The same over bins of about equal numbers (`calibrationBins`): no bin is nearly empty. */
export function equalFrequencyError(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  bins = 10,
): number {
  const gaps = calibrationBins(probabilities, outcomes, bins).map(({ n, events, meanPredicted }) =>
    Math.abs(events - n * meanPredicted),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / probabilities.length;
}
