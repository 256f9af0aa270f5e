import { fBeta } from "../metrics/fBeta.js";
import { scoreCuts } from "../metrics/scoreCuts.js";

/** What it costs and brings to flag every row above a threshold. */
export interface ThresholdRow {
  threshold: number;
  /** Rows flagged, and those of them that had an event. */
  flagged: number;
  truePositives: number;
  precision: number;
  recall: number;
  fBeta: number;
  /** `missed` for each event not flagged, `visit` for each row flagged. */
  cost: number;
}

export interface Costs {
  /** Of a company looked at, whatever it had. */
  visit: number;
  /** Of a failure that nobody saw coming. */
  missed: number;
}

/** One row a distinct score, from the highest: the choice of a threshold is a choice of row. */
export function thresholdTable(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  beta: number,
  { visit, missed }: Costs,
): ThresholdRow[] {
  const { cuts, events } = scoreCuts(scores, outcomes);
  return cuts.map(({ threshold, flagged, truePositives }) => ({
    threshold,
    flagged,
    truePositives,
    precision: truePositives / flagged,
    recall: truePositives / events,
    fBeta: fBeta(truePositives, flagged, events, beta),
    cost: visit * flagged + missed * (events - truePositives),
  }));
}

/** The row of the highest F-beta, of the least cost, or the last that flags at most so many. */
export function bestRows(rows: readonly ThresholdRow[], capacity: number) {
  const best = (value: (row: ThresholdRow) => number) =>
    rows.reduce((kept, row) => (value(row) > value(kept) ? row : kept));
  return {
    fBeta: best((row) => row.fBeta),
    cost: best((row) => -row.cost),
    capacity: rows.findLast(({ flagged }) => flagged <= capacity) ?? null,
  };
}
