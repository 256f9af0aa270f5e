import { cholesky, invertLower } from "./cholesky.js";
import type { Design } from "./design.js";
import { INTERCEPT, type LogisticFit } from "./fit.js";

/**
 * Variance inflation factor of each column: how many times the variance of its coefficient is
 * multiplied because the other columns tell nearly the same thing (above 5 or 10, the coefficient
 * cannot be read alone). Diagonal of the inverse of the correlation matrix of the columns, rows
 * with a missing value left out; Infinity for all when columns depend on each other exactly.
 *
 * Source: D. Marquardt, « Generalized Inverses, Ridge Regression… », Technometrics 12 (1970).
 */
export function designVif({ names, rows, values }: Design): Float64Array {
  const width = names.length;
  const complete = Array.from({ length: rows }, (_, i) => i).filter((i) =>
    values.subarray(i * width, (i + 1) * width).every(Number.isFinite),
  );
  const mean = new Float64Array(width);
  for (const i of complete)
    for (let j = 0; j < width; j++) mean[j] = mean[j]! + values[i * width + j]! / complete.length;
  const covariance = new Float64Array(width * width);
  for (const i of complete)
    for (let a = 0; a < width; a++)
      for (let b = 0; b <= a; b++)
        covariance[a * width + b] =
          covariance[a * width + b]! +
          (values[i * width + a]! - mean[a]!) * (values[i * width + b]! - mean[b]!);
  return inverseDiagonal(correlation(covariance, width), width);
}

/**
 * The same on the information of a fit: what collinearity costs where the model looks, intercept
 * left out. Diagonal of the inverse of the correlation matrix of the slopes’ estimates (J. Fox,
 * G. Monette, « Generalized Collinearity Diagnostics », JASA 87, 1992). One per slope, NaN when aliased.
 */
export function informationVif({ names, vcov }: Pick<LogisticFit, "names" | "vcov">): Float64Array {
  const first = names[0] === INTERCEPT ? 1 : 0;
  const slopes = names.flatMap((_, a) => (a >= first && !Number.isNaN(vcov[a]![a]!) ? [a] : []));
  const width = slopes.length;
  const matrix = Float64Array.from(slopes.flatMap((a) => slopes.map((b) => vcov[a]![b]!)));
  const inflation = inverseDiagonal(correlation(matrix, width), width);
  const all = new Float64Array(names.length - first).fill(NaN);
  slopes.forEach((a, index) => {
    all[a - first] = inflation[index]!;
  });
  return all;
}

/** Lower triangle of a covariance matrix turned into correlations. */
function correlation(covariance: Float64Array, size: number): Float64Array {
  const deviations = Array.from({ length: size }, (_, a) => Math.sqrt(covariance[a * size + a]!));
  return covariance.map(
    (value, at) => value / (deviations[Math.floor(at / size)]! * deviations[at % size]!),
  );
}

/** Below this share of itself, what a column adds to the others is rounding. */
const SINGULAR = 1e-13;

function inverseDiagonal(matrix: Float64Array, size: number): Float64Array {
  const factor = cholesky(matrix, size, SINGULAR);
  if (!factor) return new Float64Array(size).fill(Infinity);
  const inverse = invertLower(factor, size);
  return Float64Array.from({ length: size }, (_, a) => {
    let sum = 0;
    for (let l = a; l < size; l++) sum += inverse[l * size + a]! ** 2;
    return sum;
  });
}
