/** `1 / (1 + exp(−η))`, without overflow; accurate to the last digits in both tails. */
export function sigmoid(eta: number): number {
  if (eta >= 0) return 1 / (1 + Math.exp(-eta));
  const e = Math.exp(eta);
  return e / (1 + e);
}

/** `ln sigmoid(η)`, finite whatever η: the log-probability of an event. */
export function logSigmoid(eta: number): number {
  return Math.min(eta, 0) - Math.log1p(Math.exp(-Math.abs(eta)));
}

/** `ln(p / (1 − p))`; −∞ at 0, +∞ at 1, NaN outside [0, 1]. */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}
