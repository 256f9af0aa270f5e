/** The rows of a fit on columns of a basis. */
export interface Table {
  rows: number;
  size: number;
  /** Column-major, `rows × size`. */
  columns: Float64Array;
  outcome: Float64Array;
  /** What a row counts for in the likelihood. */
  mass: Float64Array;
  /** Added to the linear predictor, in log-odds. */
  offset: Float64Array | undefined;
}
