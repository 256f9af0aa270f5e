/** Below this the product is exact in a double (18! < 2^53 < 19!); above, the series is. */
const EXACT_UP_TO = 18;

/**
 * ln(n!), n a non-negative integer, relative error below 1e-15.
 * Source: Stirling's series, NIST DLMF §5.11.1 (https://dlmf.nist.gov/5.11#E1); its first dropped
 * term, 1/(1188 n⁹), is below 3e-15 from n = 19.
 */
export function logFactorial(n: number): number {
  if (n <= EXACT_UP_TO) return Math.log(factorial(n));
  const s = 1 / (n * n);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / n;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}

/** ln of the binomial coefficient, both integers, 0 ≤ chosen ≤ total. */
export function logChoose(total: number, chosen: number): number {
  return logFactorial(total) - logFactorial(chosen) - logFactorial(total - chosen);
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}
