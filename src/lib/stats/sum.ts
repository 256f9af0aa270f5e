/**
 * Compensated sum of `length` terms: the result carries an error of about one rounding of the sum
 * plus n·ε² of the sum of magnitudes. Source: A. Neumaier, « Rundungsfehleranalyse einiger
 * Verfahren zur Summation endlicher Summen », ZAMM 54 (1974), p. 39-51 (algorithm IV).
 */
export function compensatedSum(length: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < length; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // An infinite term leaves NaN in the compensation, yet the sum itself is the right infinity.
  return Number.isFinite(sum) ? sum + lost : sum;
}
