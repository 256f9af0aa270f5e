/**
 * Stands for an empty class, whose logarithm is infinite: the usual 1 in 10,000 (Evidently,
 * `stattests/psi.py`).
 */
const EMPTY = 1e-4;

/**
 * Population stability index of two distributions over the same classes, Σ (q − p) ln(q / p), p the
 * shares before and q now: Kullback and Leibler's symmetric divergence (N. Siddiqi, Credit Risk
 * Scorecards, 2006, p. 136). 0 for equal shares; symmetric. Shares sum to 1 each.
 */
export function populationStabilityIndex(
  before: readonly number[],
  now: readonly number[],
): number {
  let index = 0;
  for (const [position, share] of before.entries()) {
    const p = Math.max(share, EMPTY);
    const q = Math.max(now[position] ?? 0, EMPTY);
    index += (q - p) * Math.log(q / p);
  }
  return index;
}

/**
 * Index that chance alone exceeds with the probability of a normal variable exceeding `z`: without
 * any change, the index of samples of `n` and `m` rows over `classes` follows (1/n + 1/m) χ² with
 * classes − 1 degrees of freedom (B. Yurdakul and J. Naranjo, Journal of Risk Model Validation 14,
 * 2020). The quantile is that of E. B. Wilson and M. M. Hilferty (PNAS 17, 1931), within 1 %.
 */
export function chancePsi(classes: number, n: number, m: number, z: number): number {
  const freedom = classes - 1;
  if (freedom < 1) return 0;
  const third = 2 / (9 * freedom);
  return freedom * (1 - third + z * Math.sqrt(third)) ** 3 * (1 / n + 1 / m);
}
