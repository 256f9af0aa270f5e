/** The explanatory columns of a regression, row-major, without the intercept. */
export interface Design {
  /** One name a column, in order. */
  names: string[];
  rows: number;
  /** `rows × names.length`; a non-finite cell is a missing value. */
  values: Float64Array;
}
