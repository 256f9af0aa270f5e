import { scoreCuts } from "./scoreCuts.js";

/** What the highest scores hold, for a service that can only call so many. */
export interface TopShare {
  /** Share of the rows looked at. */
  share: number;
  /** Their number, at least one. */
  k: number;
  /** Events among them; on average over the orders of equal scores when the last place is tied. */
  expectedHits: number;
  precision: number;
  recall: number;
  /** Precision over the share of events in all rows: how many times better than at random. */
  lift: number;
}

/** Hits, precision, recall and lift of the highest `share` of the scores. */
export function topShare(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  share: number,
): TopShare {
  const { cuts, rows, events } = scoreCuts(scores, outcomes);
  const k = Math.max(1, Math.floor(share * rows));
  const at = cuts.findIndex(({ flagged }) => flagged >= k);
  const above = cuts[at - 1] ?? { flagged: 0, truePositives: 0 };
  const { flagged, truePositives } = cuts[at]!;
  const tied = (truePositives - above.truePositives) / (flagged - above.flagged);
  const expectedHits = above.truePositives + (k - above.flagged) * tied;
  const precision = expectedHits / k;
  return {
    share,
    k,
    expectedHits,
    precision,
    recall: expectedHits / events,
    lift: precision / (events / rows),
  };
}
