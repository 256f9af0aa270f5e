/**
 * Lower Cholesky factor of a symmetric positive definite matrix (row-major, `size × size`, lower
 * triangle read), or null when a pivot falls below `tolerance` times its diagonal entry: the
 * matrix is then numerically singular. The test is relative to the diagonal, hence indifferent to
 * the scale of each column.
 */
export function cholesky(
  matrix: Float64Array,
  size: number,
  tolerance: number,
): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j]!;
      for (let l = 0; l < j; l++) value -= factor[i * size + l]! * factor[j * size + l]!;
      if (j < i) factor[i * size + j] = value / factor[j * size + j]!;
      else if (!(value > tolerance * matrix[i * size + i]!)) return null;
      else factor[i * size + i] = Math.sqrt(value);
    }
  }
  return factor;
}

/** Solves `L Lᵀ x = b` for the factor L of `cholesky`. */
export function choleskySolve(factor: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    for (let l = 0; l < i; l++) x[i] = x[i]! - factor[i * size + l]! * x[l]!;
    x[i] = x[i]! / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let l = i + 1; l < size; l++) x[i] = x[i]! - factor[l * size + i]! * x[l]!;
    x[i] = x[i]! / factor[i * size + i]!;
  }
  return x;
}

/** Inverse of a lower triangular matrix, row-major. */
export function invertLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    inverse[j * size + j] = 1 / factor[j * size + j]!;
    for (let i = j + 1; i < size; i++) {
      let value = 0;
      for (let l = j; l < i; l++) value -= factor[i * size + l]! * inverse[l * size + j]!;
      inverse[i * size + j] = value / factor[i * size + i]!;
    }
  }
  return inverse;
}
