import { NORMAL_QUANTILE_975, twoSidedNormalP } from "../stats/normal.js";
import type { Basis } from "./basis.js";
import { invertLower } from "./cholesky.js";
import type { LogisticFit } from "./result.js";

type Inference = Pick<
  LogisticFit,
  "estimates" | "stdErrors" | "z" | "p" | "ciLow" | "ciHigh" | "vcov"
>;

/**
 * Estimates, covariance and Wald statistics on the raw parameters, from coefficients on the basis
 * and the Cholesky factor of their information. NaN for aliased parameters, and for every
 * standard error when the information is singular (`factor` null).
 */
export function wald(basis: Basis, gamma: Float64Array, factor: Float64Array | null): Inference {
  const { parameters, size, transform } = basis;
  const isAliased = (a: number) => basis.aliased.includes(a);
  const estimates = new Float64Array(parameters).fill(NaN);
  for (let a = 0; a < parameters; a++) {
    if (isAliased(a)) continue;
    let value = 0;
    for (let q = 0; q < size; q++) value += transform[a * size + q]! * gamma[q]!;
    estimates[a] = value;
  }
  const spread = factor && spreadRows(basis, invertLower(factor, size));
  const vcov = Array.from({ length: parameters }, (_, a) =>
    Array.from({ length: parameters }, (_, b) =>
      spread && !isAliased(a) && !isAliased(b) ? rowProduct(spread, size, a, b) : NaN,
    ),
  );
  const stdErrors = Float64Array.from(vcov, (_, a) =>
    spread && !isAliased(a) ? rowNorm(spread.subarray(a * size, (a + 1) * size)) : NaN,
  );
  const z = estimates.map((estimate, a) => estimate / stdErrors[a]!);
  return {
    estimates,
    stdErrors,
    z,
    p: z.map(twoSidedNormalP),
    ciLow: estimates.map((estimate, a) => estimate - NORMAL_QUANTILE_975 * stdErrors[a]!),
    ciHigh: estimates.map((estimate, a) => estimate + NORMAL_QUANTILE_975 * stdErrors[a]!),
    vcov,
  };
}

/**
 * `A L⁻ᵀ` for the transform A and the factor L: the covariance `A (L Lᵀ)⁻¹ Aᵀ` is the product of
 * its rows, a sum of squares on the diagonal, so that no standard error suffers a cancellation.
 */
function spreadRows(basis: Basis, inverse: Float64Array): Float64Array {
  const { parameters, size, transform } = basis;
  const result = new Float64Array(parameters * size);
  for (let a = 0; a < parameters; a++) {
    for (let q = 0; q < size; q++) {
      let value = 0;
      for (let l = 0; l <= q; l++) value += transform[a * size + l]! * inverse[q * size + l]!;
      result[a * size + q] = value;
    }
  }
  return result;
}

function rowProduct(matrix: Float64Array, size: number, a: number, b: number): number {
  let value = 0;
  for (let q = 0; q < size; q++) value += matrix[a * size + q]! * matrix[b * size + q]!;
  return value;
}

/** Euclidean norm whose squares neither overflow nor vanish, for columns of extreme amounts. */
function rowNorm(row: Float64Array): number {
  let largest = 0;
  for (const value of row) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let sum = 0;
  for (const value of row) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}
