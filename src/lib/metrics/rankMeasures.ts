import type { RankedSample } from "./rankedSample.js";

/** Shares of the rows a service may look at: 1, 2, 5, 10 and 20 %. Ours, around its two levels (2 and 4 % of companies: DOC sept2021). */
export const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/** False-positive rates at which the ROC curve is read. Ours. */
export const FALSE_POSITIVE_RATES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;

/** Measures of a ranking where each row counts as many times as its company is drawn. */
export interface RankMeasures {
  rows: number;
  events: number;
  auc: number;
  averagePrecision: number;
  /** Events found in the highest `SHARES` of rows; equal scores share theirs evenly. */
  found: number[];
  /** True-positive rate at `FALSE_POSITIVE_RATES`, straight between the points of the curve. */
  truePositiveRates: number[];
}

/**
 * One pass over sorted rows: the area by Mann and Whitney's count and average precision by its step
 * sum, ties kept together (`auc`, `averagePrecision`), and both gains and ROC at a few marks.
 * `counts` is how many times each company is drawn.
 */
export function rankMeasures(sample: RankedSample, counts: ArrayLike<number>): RankMeasures {
  const { probability, outcome, cluster } = sample;
  const { rows, events } = totals(sample, counts);
  const nonEvents = rows - events;
  const found = SHARES.map(() => Number.NaN);
  const rates = FALSE_POSITIVE_RATES.map(() => Number.NaN);
  let [positives, negatives, pairs, precision] = [0, 0, 0, 0];
  let [share, rate] = [0, 0];
  for (let at = 0; at < sample.rows; ) {
    const score = probability[at]!;
    let [hits, misses] = [0, 0];
    for (; at < sample.rows && probability[at] === score; at++) {
      const weight = counts[cluster[at]!]!;
      if (outcome[at] === 1) hits += weight;
      else misses += weight;
    }
    const tied = hits + misses;
    if (tied === 0) continue;
    pairs += misses * (positives + hits / 2);
    const flagged = positives + negatives;
    precision += hits * ((positives + hits) / (flagged + tied));
    for (; share < SHARES.length && SHARES[share]! * rows <= flagged + tied; share++) {
      found[share] = positives + (hits * (SHARES[share]! * rows - flagged)) / tied;
    }
    while (rate < rates.length && FALSE_POSITIVE_RATES[rate]! * nonEvents <= negatives + misses) {
      const within =
        misses === 0 ? 1 : (FALSE_POSITIVE_RATES[rate]! * nonEvents - negatives) / misses;
      rates[rate++] = (positives + hits * within) / events;
    }
    positives += hits;
    negatives += misses;
  }
  return {
    rows,
    events,
    auc: pairs / (events * nonEvents),
    averagePrecision: precision / events,
    found,
    truePositiveRates: rates,
  };
}

function totals({ rows, outcome, cluster }: RankedSample, counts: ArrayLike<number>) {
  let [all, events] = [0, 0];
  for (let at = 0; at < rows; at++) {
    const weight = counts[cluster[at]!]!;
    all += weight;
    if (outcome[at] === 1) events += weight;
  }
  return { rows: all, events };
}
