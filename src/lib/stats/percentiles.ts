/**
 * Share of the values that are at most `x`, from their percentiles: `percentiles[i]` is the value
 * that a share i / (length − 1) reaches, the first being the smallest value. Between two that differ
 * values are taken as evenly spread; a value that repeats counts whole. Exact to one step.
 */
export function shareUpTo(percentiles: readonly number[], x: number): number {
  const last = percentiles.length - 1;
  const reached = percentiles.findLastIndex((value) => value <= x);
  if (reached < 0) return 0;
  if (reached === last) return 1;
  const low = percentiles[reached]!;
  return (reached + (x - low) / (percentiles[reached + 1]! - low)) / last;
}

/** Share of the values below `x`, as {@link shareUpTo} counts those up to it. */
export function shareBelow(percentiles: readonly number[], x: number): number {
  return 1 - shareUpTo(percentiles.map((value) => -value).reverse(), -x);
}

/** The deciles, those that coincide once: limits of the classes of {@link sharesBetween}. */
export function decileCuts(percentiles: readonly number[]): number[] {
  const step = (percentiles.length - 1) / 10;
  const deciles = Array.from({ length: 9 }, (_, index) => percentiles[(index + 1) * step]!);
  return [...new Set(deciles)];
}

/**
 * Shares of the values up to the first cut, from each to the next, and above the last. A single
 * cut, that of values mostly alike, makes three classes: below, equal, above.
 */
export function sharesBetween(percentiles: readonly number[], cuts: readonly number[]): number[] {
  const reached = cuts.map((cut) => shareUpTo(percentiles, cut));
  if (cuts.length === 1) reached.unshift(shareBelow(percentiles, cuts[0]!));
  return [...reached, 1].map((share, index) => share - (reached[index - 1] ?? 0));
}
