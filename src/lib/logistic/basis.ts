import { compensatedSum } from "../stats/sum.js";
import type { Sample } from "./sample.js";

/**
 * Well-conditioned columns that span those of the design, and the way back: coefficients on the
 * raw columns are `transform · γ` for coefficients γ on these, exactly in exact arithmetic.
 */
export interface Basis {
  rows: number;
  size: number;
  /** Column-major, `rows × size`. */
  columns: Float64Array;
  /** Raw parameters, intercept first when there is one. */
  parameters: number;
  /** Row-major, `parameters × size`. */
  transform: Float64Array;
  /** Per raw parameter: typical deviation of its column, 1 for the intercept, 0 when constant. */
  spreads: number[];
  /** Raw parameters without a column of their own here. */
  aliased: number[];
  /** Per column: share of its norm below which what it adds to the preceding ones is rounding. */
  tolerances: number[];
}

/**
 * Below this share of its own norm before centring, what a column adds to the preceding ones is
 * rounding and the column is aliased: the tolerance of `glm.fit`'s QR, min(1e-7, epsilon/1000) at
 * its default epsilon of 1e-8 (R 4.2 sources, src/library/stats/R/glm.R).
 */
const ALIAS_TOLERANCE = 1e-11;

interface ColumnScale {
  centre: number;
  /** 0 for a column that is constant (with an intercept) or zero. */
  spread: number;
  tolerance: number;
}

/** Centred (with an intercept) and scaled columns; the constant ones are aliased. */
export function standardisedBasis(sample: Sample, intercept: boolean): Basis {
  const first = intercept ? 1 : 0;
  const width = sample.columns.length / sample.rows;
  const scales = Array.from({ length: width }, (_, j) => columnScale(sample, j, intercept));
  const kept = scales.flatMap((scale, j) => (scale.spread > 0 ? [j] : []));
  const size = first + kept.length;
  const parameters = first + width;
  const columns = new Float64Array(sample.rows * size);
  const transform = new Float64Array(parameters * size);
  if (intercept) {
    columns.fill(1, 0, sample.rows);
    transform[0] = 1;
  }
  kept.forEach((j, index) => {
    const { centre, spread } = scales[j]!;
    const from = j * sample.rows;
    const to = (first + index) * sample.rows;
    for (let i = 0; i < sample.rows; i++) {
      columns[to + i] = (sample.columns[from + i]! - centre) / spread;
    }
    transform[(first + j) * size + first + index] = 1 / spread;
    if (intercept) transform[first + index] = -centre / spread;
  });
  const ones = { centre: 0, spread: 1, tolerance: ALIAS_TOLERANCE };
  const all = intercept ? [ones, ...scales] : scales;
  return {
    rows: sample.rows,
    size,
    columns,
    parameters,
    transform,
    spreads: all.map((scale) => scale.spread),
    aliased: all.flatMap((scale, parameter) => (scale.spread > 0 ? [] : [parameter])),
    tolerances: all.filter((scale) => scale.spread > 0).map((scale) => scale.tolerance),
  };
}

/** Weighted mean and a power of two near the standard deviation (dividing by it is exact). */
function columnScale(sample: Sample, column: number, intercept: boolean): ColumnScale {
  const { rows, mass, columns } = sample;
  const start = column * rows;
  const total = compensatedSum(rows, (i) => mass[i]!);
  const mean = compensatedSum(rows, (i) => (mass[i]! / total) * columns[start + i]!);
  const centre = intercept ? mean : 0;
  // A share of the largest value keeps squares of extreme amounts from overflowing.
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(columns[start + i]!));
  if (largest === 0) return { centre, spread: 0, tolerance: 0 };
  let raw = 0;
  let centred = 0;
  for (let i = 0; i < rows; i++) {
    const value = columns[start + i]! / largest;
    const deviation = (columns[start + i]! - centre) / largest;
    raw += mass[i]! * value * value;
    centred += mass[i]! * deviation * deviation;
  }
  const tolerance = ALIAS_TOLERANCE * Math.sqrt(raw / centred);
  if (!(tolerance < 1)) return { centre, spread: 0, tolerance };
  const deviation = Math.sqrt(centred / total) * largest;
  return { centre, spread: 2 ** Math.round(Math.log2(deviation)), tolerance };
}
