import { compensatedSum } from "../stats/sum.js";
import type { Basis } from "./basis.js";
import type { Sample } from "./sample.js";

/**
 * The columns of a sample minus their mean, over their population standard deviation (rows counted
 * once whatever their weight): the scale on which penalties are expressed, as in scikit-learn’s
 * `StandardScaler`. Constant columns are aliased and have no column here. With `intercept`, a
 * column of ones comes first; without, columns are scaled but not centred.
 */
export function unitColumns(sample: Sample, intercept: boolean): Basis {
  const { rows } = sample;
  const first = intercept ? 1 : 0;
  const width = sample.columns.length / rows;
  const scales = Array.from({ length: width }, (_, j) => unitScale(sample, j));
  const kept = scales.flatMap(({ deviation }, j) => (deviation > 0 ? [j] : []));
  const size = first + kept.length;
  const parameters = first + width;
  const columns = new Float64Array(rows * size);
  const transform = new Float64Array(parameters * size);
  if (intercept) {
    columns.fill(1, 0, rows);
    transform[0] = 1;
  }
  kept.forEach((j, index) => {
    const { mean, deviation } = scales[j]!;
    const centre = intercept ? mean : 0;
    const to = (first + index) * rows;
    for (let i = 0; i < rows; i++)
      columns[to + i] = (sample.columns[j * rows + i]! - centre) / deviation;
    transform[(first + j) * size + first + index] = 1 / deviation;
    if (intercept) transform[first + index] = -centre / deviation;
  });
  const spreads = scales.map(({ deviation }) => deviation);
  return {
    rows,
    size,
    columns,
    parameters,
    transform,
    spreads: intercept ? [1, ...spreads] : spreads,
    aliased: scales.flatMap(({ deviation }, j) => (deviation > 0 ? [] : [first + j])),
    tolerances: new Array(size).fill(0),
  };
}

/** A deviation that is rounding next to the values is none. */
const CONSTANT = 1e-13;

function unitScale({ rows, columns }: Sample, column: number) {
  const value = (i: number) => columns[column * rows + i]!;
  const mean = compensatedSum(rows, value) / rows;
  const deviation = Math.sqrt(compensatedSum(rows, (i) => (value(i) - mean) ** 2) / rows);
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(value(i)));
  return { mean, deviation: deviation > CONSTANT * largest ? deviation : 0 };
}
