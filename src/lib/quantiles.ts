/**
 * Classes for a map: `count` groups of equal size, cut at the quantiles R-7 (Hyndman and Fan,
 * 1996) of the values and merged where two cuts coincide. Returns the inner limits, increasing.
 */
export function quantileCuts(values: readonly number[], count: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const cuts = Array.from({ length: count - 1 }, (_, index) =>
    quantile(sorted, (index + 1) / count),
  );
  const [lowest] = sorted;
  return [...new Set(cuts)].filter((cut) => cut > lowest!);
}

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

/** Class of a value, from 0: the number of cuts it reaches. */
export function classOf(value: number, cuts: readonly number[]): number {
  return cuts.filter((cut) => value >= cut).length;
}
