import type { Basis } from "./basis.js";
import type { Sample } from "./sample.js";

/**
 * The same span on orthonormal columns (for the product weighted by the row masses), for designs
 * whose columns nearly depend on each other: each column loses its part on the preceding ones,
 * twice, and is aliased when nothing is left. As in R, it is the later column that is dropped.
 *
 * Source: Gram-Schmidt « twice is enough », L. Giraud, J. Langou, M. Rozložník, « On the loss of
 * orthogonality in the Gram-Schmidt orthogonalization process », Comput. Math. Appl. 50 (2005).
 */
export function orthonormalBasis(basis: Basis, sample: Sample): Basis {
  const { rows, size } = basis;
  const columns = Float64Array.from(basis.columns);
  // Column q of `combination` writes orthonormal column q on the columns given.
  const combination: Float64Array[] = [];
  const kept: number[] = [];
  for (let j = 0; j < size; j++) {
    const column = columns.subarray(j * rows, (j + 1) * rows);
    const own = new Float64Array(size);
    own[j] = 1;
    const before = norm(column, sample.mass);
    for (const _pass of [1, 2]) {
      kept.forEach((q, index) => {
        const other = columns.subarray(q * rows, (q + 1) * rows);
        const share = dot(column, other, sample.mass);
        subtract(column, share, other);
        subtract(own, share, combination[index]!);
      });
    }
    const after = norm(column, sample.mass);
    if (after < basis.tolerances[j]! * before) continue;
    divide(column, after);
    divide(own, after);
    kept.push(j);
    combination.push(own);
  }
  return assemble(basis, columns, kept, combination);
}

function assemble(
  basis: Basis,
  columns: Float64Array,
  kept: number[],
  combination: Float64Array[],
): Basis {
  const { rows, parameters, size } = basis;
  const packed = new Float64Array(rows * kept.length);
  kept.forEach((j, q) => {
    packed.set(columns.subarray(j * rows, (j + 1) * rows), q * rows);
  });
  const transform = new Float64Array(parameters * kept.length);
  for (let a = 0; a < parameters; a++) {
    combination.forEach((own, q) => {
      let value = 0;
      for (let j = 0; j < size; j++) value += basis.transform[a * size + j]! * own[j]!;
      transform[a * kept.length + q] = value;
    });
  }
  const dropped = Array.from({ length: size }, (_, j) => j).filter((j) => !kept.includes(j));
  const aliased = [...basis.aliased, ...dropped.map((j) => parameterOf(basis, j))];
  return {
    ...basis,
    size: kept.length,
    columns: packed,
    transform,
    aliased: aliased.sort(ascending),
  };
}

/** The raw parameter whose own column of the standardised basis is `column`. */
function parameterOf(basis: Basis, column: number): number {
  const present = Array.from({ length: basis.parameters }, (_, a) => a);
  return present.filter((a) => !basis.aliased.includes(a))[column]!;
}

const ascending = (a: number, b: number) => a - b;

function dot(a: Float64Array, b: Float64Array, mass: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]! * mass[i]!;
  return sum;
}

function norm(a: Float64Array, mass: Float64Array): number {
  return Math.sqrt(dot(a, a, mass));
}

function subtract(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! - factor * b[i]!;
}

function divide(a: Float64Array, divisor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! / divisor;
}
