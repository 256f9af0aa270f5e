/** A linear predictor split among its terms, in log-odds: `base + Σ contributions = eta`. */
export interface Explanation {
  /** Linear predictor of a row equal to the means. */
  base: number;
  /** `b_j (x_j − mean_j)`, one a slope, in order. */
  contributions: Float64Array;
  eta: number;
}

/**
 * Exact contributions of one row. For a linear model these are its interventional SHAP values
 * (S. Lundberg, S.-I. Lee, « A Unified Approach to Interpreting Model Predictions », NeurIPS 2017,
 * Corollary 1), with the sample whose means are given as background. An aliased slope (NaN)
 * contributes 0. All vectors are as long as `slopes`.
 */
export function explain(
  intercept: number,
  slopes: ArrayLike<number>,
  means: ArrayLike<number>,
  row: ArrayLike<number>,
): Explanation {
  const contributions = new Float64Array(slopes.length);
  let base = intercept;
  let total = 0;
  for (let j = 0; j < slopes.length; j++) {
    const slope = Number.isNaN(slopes[j]) ? 0 : slopes[j]!;
    base += slope * means[j]!;
    contributions[j] = slope * (row[j]! - means[j]!);
    total += contributions[j]!;
  }
  return { base, contributions, eta: base + total };
}
