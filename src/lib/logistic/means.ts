import { compensatedSum } from "../stats/sum.js";
import type { Design } from "./design.js";

/** Mean of each column over its rows, the reference of contributions; NaN when a cell is missing. */
export function columnMeans(design: Design): Float64Array {
  const width = design.names.length;
  return Float64Array.from(
    design.names,
    (_, j) => compensatedSum(design.rows, (i) => design.values[i * width + j]!) / design.rows,
  );
}
