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
  const { columns, rows } = stretch;
  for (let b = begin; b < end; b++) {
    const from = b * rows + stretch.start;
    // Two sums side by side: an addition need not wait for the one before.
    let even = 0;
    let odd = 0;
    let i = 0;
    for (; i + 1 < v.length; i += 2) {
      even += v[i]! * columns[from + i]!;
      odd += v[i + 1]! * columns[from + i + 1]!;
    }
    if (i < v.length) even += v[i]! * columns[from + i]!;
    into[at + b] = into[at + b]! + even + odd;
  }
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
