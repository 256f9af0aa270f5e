import { quantileSorted } from "simple-statistics";
import { compensatedSum } from "../stats/sum.js";
import { wilsonInterval } from "../stats/wilson.js";

/** Rows of neighbouring probabilities, what was announced for them and what happened. */
export interface CalibrationBin {
  n: number;
  events: number;
  meanPredicted: number;
  /** Share of events, with its 95 % Wilson interval. */
  observed: number;
  low: number;
  high: number;
}

/**
 * At most `count` bins of about equal size: cut at the type 7 quantiles of the probabilities
 * (R. Hyndman, Y. Fan, The American Statistician 50, 1996), equal quantiles merged, each bin
 * closed on the right, the first on both sides: R's
 * `cut(p, unique(quantile(p, 0:10/10)), include.lowest = TRUE)`.
 */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  count: number,
): CalibrationBin[] {
  const order = Array.from({ length: probabilities.length }, (_, i) => i);
  order.sort((a, b) => probabilities[a]! - probabilities[b]!);
  const sorted = order.map((i) => probabilities[i]!);
  const shares = Array.from({ length: count }, (_, i) => (i + 1) / count);
  const bounds = [...new Set(shares.map((share) => quantileSorted(sorted, share)))];
  const bins: CalibrationBin[] = [];
  let from = 0;
  for (const bound of bounds) {
    let to = from;
    while (to < sorted.length && sorted[to]! <= bound) to++;
    if (to > from) bins.push(described(order.slice(from, to), probabilities, outcomes));
    from = to;
  }
  return bins;
}

function described(
  rows: number[],
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): CalibrationBin {
  const n = rows.length;
  const events = rows.reduce((sum, row) => sum + outcomes[row]!, 0);
  const predicted = compensatedSum(n, (i) => probabilities[rows[i]!]!);
  const [low, high] = wilsonInterval(events, n);
  return { n, events, meanPredicted: predicted / n, observed: events / n, low, high };
}
