import { scoreCuts } from "./scoreCuts.js";

/**
 * Area under the ROC curve: the probability that an event scores above a non-event, ties counting
 * 1/2 (Mann-Whitney; J. Hanley, B. McNeil, Radiology 143, 1982). NaN with one class only.
 */
export function auc(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const { cuts, rows, events } = scoreCuts(scores, outcomes);
  // Twice the number of pairs won: whole numbers, hence exact.
  let doubled = 0;
  let eventsAbove = 0;
  let flaggedAbove = 0;
  for (const { flagged, truePositives } of cuts) {
    const nonEvents = flagged - flaggedAbove - (truePositives - eventsAbove);
    doubled += nonEvents * (eventsAbove + truePositives);
    eventsAbove = truePositives;
    flaggedAbove = flagged;
  }
  return doubled / (2 * events * (rows - events));
}
