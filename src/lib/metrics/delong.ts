import { NORMAL_QUANTILE_975 } from "../stats/normal.js";
import { auc } from "./auc.js";

/**
 * 95 % interval of the area under the ROC curve for independent rows (E. DeLong, D. DeLong,
 * D. Clarke-Pearson, Biometrics 44, 1988; ranks by X. Sun, W. Xu, IEEE Signal Process. Lett. 21,
 * 2014), cut to [0, 1]. Too narrow when one company has several rows: resample companies then.
 */
export function delongInterval(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): [number, number] {
  const all = midRanks(scores);
  const indices = Array.from({ length: scores.length }, (_, i) => i);
  const variances = [1, 0].map((value) => {
    const own = indices.filter((i) => outcomes[i] === value);
    const others = scores.length - own.length;
    const within = midRanks(own.map((i) => scores[i]!));
    // Share of the other class on the right side of each row of this one.
    const placements = own.map((i, j) => (all[i]! - within[j]!) / others);
    return variance(placements) / own.length;
  });
  const area = auc(scores, outcomes);
  const half = NORMAL_QUANTILE_975 * Math.sqrt(variances[0]! + variances[1]!);
  return [Math.max(0, area - half), Math.min(1, area + half)];
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
