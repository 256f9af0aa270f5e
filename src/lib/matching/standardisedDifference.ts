import { mean, sampleVariance } from "simple-statistics";

/**
 * Difference of the means of two groups in pooled standard deviations; 0 when neither varies, null
 * with fewer than two units in one of them. Under 0.1 groups are usually taken as alike: Austin (2009),
 * Stat. Med. 28, p. 3083-3107.
 */
export function standardisedDifference(
  treated: readonly number[],
  control: readonly number[],
): number | null {
  if (treated.length < 2 || control.length < 2) return null;
  const pooled = Math.sqrt((sampleVariance([...treated]) + sampleVariance([...control])) / 2);
  if (pooled === 0) return 0;
  return (mean([...treated]) - mean([...control])) / pooled;
}

/** Austin (2009). */
export const ALIKE = 0.1;
