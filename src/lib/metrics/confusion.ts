import { checkScores } from "./scoreCuts.js";

export interface Confusion {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
  /** Events among the flagged; NaN when nothing is flagged. */
  precision: number;
  /** Flagged among the events; NaN without events. */
  recall: number;
}

/** Counts of rows flagged (score ≥ threshold) or not, with and without event. */
export function confusion(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  threshold: number,
): Confusion {
  checkScores(scores, outcomes);
  let flagged = 0;
  let events = 0;
  let truePositives = 0;
  for (let i = 0; i < scores.length; i++) {
    const isFlagged = scores[i]! >= threshold;
    const isEvent = outcomes[i] === 1;
    if (isFlagged) flagged++;
    if (isEvent) events++;
    if (isFlagged && isEvent) truePositives++;
  }
  const falseNegatives = events - truePositives;
  return {
    truePositives,
    falsePositives: flagged - truePositives,
    trueNegatives: scores.length - flagged - falseNegatives,
    falseNegatives,
    precision: truePositives / flagged,
    recall: truePositives / events,
  };
}
