import { scoreCuts } from "./scoreCuts.js";
import { thinned } from "./thinned.js";

export interface PrecisionRecallPoint {
  /** Rows of at least this score are flagged. */
  threshold: number;
  precision: number;
  recall: number;
}

/**
 * Precision and recall at each distinct score from the highest down; recall grows up to 1, and is
 * NaN without events.
 */
export function precisionRecallCurve(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): PrecisionRecallPoint[] {
  const { cuts, events } = scoreCuts(scores, outcomes);
  return cuts.map(({ threshold, flagged, truePositives }) => ({
    threshold,
    precision: truePositives / flagged,
    recall: truePositives / events,
  }));
}

/** At most `limit` points of the curve, spread along recall, ends included, for a figure. */
export function thinnedPrecisionRecallCurve(
  curve: PrecisionRecallPoint[],
  limit = 200,
): PrecisionRecallPoint[] {
  return thinned(curve, [], (point) => point.recall, limit);
}
