/** Middle value, the mean of the two middle ones when they are even in number; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 1 / qnorm(3/4): makes the median deviation of a normal law its standard deviation. */
const NORMAL_SCALE = 1.4826022185056018;

/**
 * Spread that an odd value does not inflate: median absolute deviation from the median, scaled to
 * the standard deviation of a normal law (F. R. Hampel, JASA 69, 1974, p. 383-393); 0 for one value.
 */
export function robustSpread(values: readonly number[]): number {
  const centre = median(values);
  return NORMAL_SCALE * median(values.map((value) => Math.abs(value - centre)));
}
