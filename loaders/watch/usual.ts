import { formatCount } from "../../src/lib/format/plural.js";
import { median, robustSpread } from "../../src/lib/stats/median.js";
import { CHANCE, SPREAD } from "./thresholds.js";

/** What a measure was worth in the batches before. */
export interface Usual {
  value: number;
  /** Of the ordinary, on both sides. */
  spread: number;
  batches: number;
}

/** Median and ordinary spread of the past, undefined when there is none. */
export function usualOf(past: readonly number[]): Usual | undefined {
  if (past.length === 0) return undefined;
  return { value: median(past), spread: SPREAD * robustSpread(past), batches: past.length };
}

/** « 0,2 % au lot précédent », « médiane de 0,2 % sur 6 lots ». */
export function usualInWords({ value, batches }: Usual, say: (value: number) => string): string {
  return batches === 1
    ? `${say(value)} au lot précédent`
    : `médiane de ${say(value)} sur ${formatCount(batches, "lot")}`;
}

/**
 * What chance explains of the difference between the usual share and that of `m` rows, when it was
 * measured on `n`; one row more on each side stands for a share of nothing or of all (Laplace).
 */
export function chanceOfShares(usual: number, n: number, m: number): number {
  const share = (usual * n + 1) / (n + 2);
  return CHANCE * Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
}

/** What chance explains of the relative change of a count. */
export function chanceOfCounts(before: number): number {
  return before > 0 ? CHANCE / Math.sqrt(before) : Number.POSITIVE_INFINITY;
}
