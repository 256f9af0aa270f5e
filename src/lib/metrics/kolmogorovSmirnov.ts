import { scoreCuts } from "./scoreCuts.js";

/**
 * Largest distance between the distributions of the scores of events and of the others: the best
 * recall minus false-alarm rate of any threshold (Youden’s index). NaN with one class only.
 */
export function kolmogorovSmirnov(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const { cuts, rows, events } = scoreCuts(scores, outcomes);
  if (events === 0 || events === rows) return NaN;
  const gaps = cuts.map(({ flagged, truePositives }) =>
    Math.abs(truePositives / events - (flagged - truePositives) / (rows - events)),
  );
  return Math.max(0, ...gaps);
}
