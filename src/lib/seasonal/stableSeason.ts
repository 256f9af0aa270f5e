import { chiSquaredTail } from "../stats/chiSquared.js";

/** Level of the test in X-11 and its successors. */
const LEVEL = 0.01;

/**
 * Whether some months of the year are regularly higher than others, from a series without its trend:
 * Kruskal-Wallis test by month at 1 %, the non-parametric test of stable seasonality of X-11 and its
 * successors (table D8.A of X-12-ARIMA). On ranks, a year of crisis does not decide for the others.
 */
export function hasStableSeason(detrended: ArrayLike<number>, period: number): boolean {
  const ranks = midRanks(Array.from(detrended));
  const size = ranks.length;
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const [index, rank] of ranks.entries()) {
    sums[index % period]! += rank;
    counts[index % period]! += 1;
  }
  let between = 0;
  for (let month = 0; month < period; month++) between += sums[month]! ** 2 / counts[month]!;
  const statistic = (12 * between) / (size * (size + 1)) - 3 * (size + 1);
  const untied = 1 - tieCorrection(ranks) / (size ** 3 - size);
  return untied > 0 && chiSquaredTail(statistic / untied, period - 1) < LEVEL;
}

/** Rank of each value from 1; equal ones share the mean of theirs. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++;
    for (const index of order.slice(first, end)) ranks[index] = (first + 1 + end) / 2;
    first = end;
  }
  return ranks;
}

/** Σ (t³ − t) over the groups of t equal values. */
function tieCorrection(ranks: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const rank of ranks) groups.set(rank, (groups.get(rank) ?? 0) + 1);
  return [...groups.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
