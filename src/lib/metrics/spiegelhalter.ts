/**
 * Spiegelhalter’s z: (Brier score − its expectation if the probabilities are right) over its standard
 * deviation; about normal when they are (D. Spiegelhalter, « Probabilistic prediction in patient
 * management and clinical trials », Stat. Med. 5, 1986).
 */
export function spiegelhalterZ(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): number {
  let gap = 0;
  let variance = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    gap += (outcomes[i]! - p) * (1 - 2 * p);
    variance += (1 - 2 * p) ** 2 * p * (1 - p);
  }
  return gap / Math.sqrt(variance);
}
