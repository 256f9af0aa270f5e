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
  const { rows, design, kept: places } = sample;
  const first = intercept ? 1 : 0;
  const width = design.names.length;
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
      columns[to + i] = (design.values[places[i]! * width + j]! - centre) / deviation;
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

function unitScale({ rows, design, kept }: Sample, column: number) {
  const value = (i: number) => design.values[kept[i]! * design.names.length + column]!;
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(value(i)));
  if (largest === 0) return { mean: 0, deviation: 0 };
  // Shares of the largest value: squares of extreme amounts would overflow.
  const mean = (compensatedSum(rows, (i) => value(i) / largest) / rows) * largest;
  const variance = compensatedSum(rows, (i) => ((value(i) - mean) / largest) ** 2) / rows;
  const share = Math.sqrt(variance);
  return { mean, deviation: share > CONSTANT ? share * largest : 0 };
}
