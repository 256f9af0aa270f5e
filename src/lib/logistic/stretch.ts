/** A stretch of rows of a column-major table; vectors used with it say how many rows. */
export interface Stretch {
  columns: Float64Array;
  /** Rows of the whole table: the distance from a column to the next. */
  rows: number;
  start: number;
}

/** Adds `Σ_b coefficients_b z_rb` to `into[r]`. */
export function addCombination(
  stretch: Stretch,
  coefficients: Float64Array,
  into: Float64Array,
): void {
  const { columns, rows } = stretch;
  let b = 0;
  let first = stretch.start;
  for (; b + 3 < coefficients.length; b += 4, first += 4 * rows) {
    const second = first + rows;
    const third = second + rows;
    const fourth = third + rows;
    const c0 = coefficients[b]!;
    const c1 = coefficients[b + 1]!;
    const c2 = coefficients[b + 2]!;
    const c3 = coefficients[b + 3]!;
    for (let i = 0; i < into.length; i++) {
      const left = c0 * columns[first + i]! + c1 * columns[second + i]!;
      const right = c2 * columns[third + i]! + c3 * columns[fourth + i]!;
      into[i] = into[i]! + left + right;
    }
  }
  for (; b < coefficients.length; b++, first += rows) {
    const coefficient = coefficients[b]!;
    for (let i = 0; i < into.length; i++) into[i] = into[i]! + coefficient * columns[first + i]!;
  }
}

/** Adds `Σ_r v_r z_rb` to `into[at + b]` for begin ≤ b < end. */
export function addProducts(
  stretch: Stretch,
  begin: number,
  end: number,
  v: Float64Array,
  into: Float64Array,
  at: number,
): void {
  let b = begin;
  for (; b + 3 < end; b += 4) addFourProducts(stretch, b, v, into, at + b);
  for (; b < end; b++) addProduct(stretch, b, v, into, at + b);
}

/** Four sums side by side: an addition need not wait for the one before, and `v` is read once. */
function addFourProducts(
  { columns, rows, start }: Stretch,
  column: number,
  v: Float64Array,
  into: Float64Array,
  at: number,
): void {
  const c0 = column * rows + start;
  const c1 = c0 + rows;
  const c2 = c1 + rows;
  const c3 = c2 + rows;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < v.length; i++) {
    const x = v[i]!;
    s0 += x * columns[c0 + i]!;
    s1 += x * columns[c1 + i]!;
    s2 += x * columns[c2 + i]!;
    s3 += x * columns[c3 + i]!;
  }
  into[at] = into[at]! + s0;
  into[at + 1] = into[at + 1]! + s1;
  into[at + 2] = into[at + 2]! + s2;
  into[at + 3] = into[at + 3]! + s3;
}

function addProduct(
  { columns, rows, start }: Stretch,
  column: number,
  v: Float64Array,
  into: Float64Array,
  at: number,
): void {
  const from = column * rows + start;
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < v.length; i += 2) {
    even += v[i]! * columns[from + i]!;
    odd += v[i + 1]! * columns[from + i + 1]!;
  }
  if (i < v.length) even += v[i]! * columns[from + i]!;
  into[at] = into[at]! + even + odd;
}

/** Sets `into[r]` to `w_r z_rb` for column b. */
export function weighColumn(
  stretch: Stretch,
  column: number,
  w: Float64Array,
  into: Float64Array,
): void {
  const from = column * stretch.rows + stretch.start;
  for (let i = 0; i < w.length; i++) into[i] = w[i]! * stretch.columns[from + i]!;
}
