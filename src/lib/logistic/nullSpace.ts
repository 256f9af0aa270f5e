/** Pivots below this share of the largest are rounding: the Gram matrix squares the columns. */
const RANK_TOLERANCE = 1e-11;

/**
 * Vectors that a symmetric positive semi-definite matrix sends to zero, one per missing rank, from
 * its Cholesky factorisation with pivoting: for G = Rᵀ R with R = [R₁ R₂], the columns of
 * [−R₁⁻¹ R₂ ; I], in the order of the pivots (N. Higham, « Accuracy and Stability of Numerical
 * Algorithms », 2nd ed., 2002, §10.3). `gram` is row-major, `size × size`, both triangles filled.
 */
export function nullSpace(gram: Float64Array, size: number): Float64Array[] {
  const { factor, order, rank } = pivotedCholesky(gram, size);
  return order.slice(rank).map((parameter, index) => {
    const vector = new Float64Array(size);
    vector[parameter] = 1;
    for (let i = rank - 1; i >= 0; i--) {
      let value = -factor[i * size + rank + index]!;
      for (let l = i + 1; l < rank; l++) value -= factor[i * size + l]! * vector[order[l]!]!;
      vector[order[i]!] = value / factor[i * size + i]!;
    }
    return vector;
  });
}

/** Upper factor in the order of the pivots, the largest remaining diagonal first. */
function pivotedCholesky(gram: Float64Array, size: number) {
  const rest = Float64Array.from(gram);
  const factor = new Float64Array(size * size);
  const order = Array.from({ length: size }, (_, a) => a);
  const diagonal = (a: number) => rest[a * size + a]!;
  const largest = Math.max(0, ...order.map(diagonal));
  let rank = 0;
  for (; rank < size; rank++) {
    const ahead = order.slice(rank);
    const best = ahead.reduce((a, b) => (diagonal(b) > diagonal(a) ? b : a));
    if (!(diagonal(best) > RANK_TOLERANCE * largest)) break;
    const at = order.indexOf(best);
    swap(order, rank, at);
    // Columns already computed follow their parameter.
    for (let i = 0; i < rank; i++) swap(factor, i * size + rank, i * size + at);
    const pivot = Math.sqrt(diagonal(best));
    factor[rank * size + rank] = pivot;
    for (let j = rank + 1; j < size; j++)
      factor[rank * size + j] = rest[best * size + order[j]!]! / pivot;
    for (let i = rank + 1; i < size; i++)
      for (let j = rank + 1; j < size; j++) {
        const cell = order[i]! * size + order[j]!;
        rest[cell] = rest[cell]! - factor[rank * size + i]! * factor[rank * size + j]!;
      }
  }
  return { factor, order, rank };
}

function swap(list: { [index: number]: number }, a: number, b: number): void {
  const kept = list[a]!;
  list[a] = list[b]!;
  list[b] = kept;
}
