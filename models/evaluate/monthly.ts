import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { predict } from "../../src/lib/fit/predict.js";
import type { Model } from "../../src/lib/model.js";
import { monthOf } from "../../src/lib/month.js";

/** What a model says month by month. */
export interface MonthlyPredictions {
  /** Probabilities of the population, in the order of the months. */
  scores: Float64Array[];
  /**
   * Mean contribution to the log-odds by feature, then month: contributions are counted from the
   * means of the training, so that this is how far the month has moved what the feature adds to the
   * score (characteristic analysis of N. Siddiqi, Credit Risk Scorecards, 2006, p. 138, in
   * log-odds). Null for a month without rows.
   */
  shifts: Map<string, (number | null)[]>;
}

/** Scores every month of a frame, one at a time: what is held in memory is a month. */
export function monthlyPredictions(
  model: Model,
  frame: Frame,
  months: readonly string[],
  excludes: readonly string[],
): MonthlyPredictions {
  const scores: Float64Array[] = [];
  const shifts = new Map<string, (number | null)[]>();
  const rowsOf = rowsByMonth(frame, excludes);
  for (const [index, month] of months.entries()) {
    const rows = Int32Array.from(rowsOf.get(monthOf(month)) ?? []);
    const { terms, contributions, probability } = predict(model, frame, rows);
    scores.push(probability);
    for (const [term, { feature }] of terms.entries()) {
      const own = shifts.get(feature) ?? new Array<number | null>(months.length).fill(null);
      shifts.set(feature, own);
      if (rows.length > 0) own[index] = (own[index] ?? 0) + mean(contributions[term]!);
    }
  }
  return { scores, shifts };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rows of the population. */
function rowsByMonth(frame: Frame, excludes: readonly string[]): Map<number, number[]> {
  const flags = excludes.map((name) => measure(frame, name));
  const found = new Map<number, number[]>();
  for (let row = 0; row < frame.rows; row++) {
    if (flags.some((flag) => flag[row] === 1)) continue;
    const rows = found.get(frame.month[row]!) ?? [];
    rows.push(row);
    found.set(frame.month[row]!, rows);
  }
  return found;
}
