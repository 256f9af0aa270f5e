/**
 * Tail of the standard normal law, relative accuracy about 1e-15 down to the smallest normal
 * double (|z| ≈ 37.5).
 *
 * Source: W. J. Cody, « Rational Chebyshev Approximation for the Error Function », Math. Comp. 23
 * (1969), p. 631-637, and ACM Algorithm 715 (1993), whose ANORM coefficients are used here; R's
 * `pnorm` uses the same ones.
 */

/** `qnorm(0.975)`, half-width of a 95 % Wald interval in standard errors. */
export const NORMAL_QUANTILE_975 = 1.959963984540054;

/** Cody's bounds between his three approximations: 0.67448975 is qnorm(3/4), the other √32. */
const CENTRE = 0.67448975;
const FAR = Math.sqrt(32);
const INVERSE_SQRT_2PI = 0.3989422804014327;

const CENTRE_NUMERATOR = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
  18154.98125334356,
];
const CENTRE_DENOMINATOR = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
];
const MIDDLE_NUMERATOR = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
  597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_DENOMINATOR = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
  18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const FAR_NUMERATOR = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
  0.0014216191932278934, 2.9112874951168793e-5,
];
const FAR_DENOMINATOR = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
];

/** Horner, highest degree first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** `exp(-x²/2)` keeping its relative accuracy: x is cut at 1/16 so that its square is exact. */
function gaussian(x: number): number {
  const cut = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * cut * cut) * Math.exp(-0.5 * (x - cut) * (x + cut));
}

/** P(Z > z) for a standard normal Z; NaN for NaN. */
export function normalUpperTail(z: number): number {
  const x = Math.abs(z);
  if (x <= CENTRE) {
    const ratio = polynomial(CENTRE_NUMERATOR, x * x) / polynomial(CENTRE_DENOMINATOR, x * x);
    return 0.5 - z * ratio;
  }
  if (x === Infinity) return z > 0 ? 0 : 1;
  const tail = gaussian(x) * (x <= FAR ? middleRatio(x) : farRatio(x));
  return z > 0 ? tail : 1 - tail;
}

/** `2·P(Z > |z|)`, the two-sided p-value of a Wald statistic; R's `2 * pnorm(-abs(z))`. */
export function twoSidedNormalP(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}

/** Complementary error function `2·P(Z > x√2)`. */
export function erfc(x: number): number {
  return 2 * normalUpperTail(x * Math.SQRT2);
}

function middleRatio(x: number): number {
  return polynomial(MIDDLE_NUMERATOR, x) / polynomial(MIDDLE_DENOMINATOR, x);
}

function farRatio(x: number): number {
  const inverse = 1 / (x * x);
  const ratio = polynomial(FAR_NUMERATOR, inverse) / polynomial(FAR_DENOMINATOR, inverse);
  return (INVERSE_SQRT_2PI - inverse * ratio) / x;
}
