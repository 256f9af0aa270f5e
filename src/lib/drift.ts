import type { Verdict } from "./evaluation.js";
import { chancePsi, populationStabilityIndex } from "./stats/psi.js";

/** From these indices on a distribution has moved a little, or much (N. Siddiqi, Credit Risk Scorecards, 2006, p. 137). */
export const DRIFT_LIMITS = { watch: 0.1, alert: 0.25 } as const;

/** One chance in 1,000 that a month crosses it by the luck of the draw (`qnorm(0.999)`). */
const CHANCE = 3.090232306167813;

/** What an index means: « stable » too when so few rows could show it by chance. */
export function driftVerdict(psi: number, chance = 0): Verdict {
  if (psi < DRIFT_LIMITS.watch || psi <= chance) return "stable";
  return psi < DRIFT_LIMITS.alert ? "a_surveiller" : "alerte";
}

/** Index of the counts of a month by class against those of reference; null when either is empty. */
export function monthDrift(
  reference: readonly number[],
  month: readonly number[],
): { psi: number; verdict: Verdict } | null {
  const [before, now] = [total(reference), total(month)];
  if (before === 0 || now === 0) return null;
  const psi = populationStabilityIndex(
    reference.map((count) => count / before),
    month.map((count) => count / now),
  );
  const classes = reference.filter((count, index) => count > 0 || month[index]! > 0).length;
  return { psi, verdict: driftVerdict(psi, chancePsi(classes, before, now, CHANCE)) };
}

/**
 * Counts of values by class: up to the first cut, from each to the next, above the last, then the
 * empty ones. A value equal to a cut is below it.
 */
export function classCounts(values: Iterable<number>, cuts: readonly number[]): number[] {
  const counts = new Array<number>(cuts.length + 2).fill(0);
  for (const value of values) {
    const above = Number.isNaN(value) ? cuts.length + 1 : upTo(cuts, value);
    counts[above]!++;
  }
  return counts;
}

/** Index of the first cut that is at least the value. */
function upTo(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
