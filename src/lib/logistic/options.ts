import type { Engine } from "./engine.js";

export interface LogisticOptions {
  /** Adds the column of ones; true unless told. */
  intercept?: boolean;
  /** Case weights ≥ 0, one a row; a row of weight 0 is left out, as in R. */
  weights?: Float64Array;
  /** Binomial trials ≥ 0, one a row; the outcome is then the share of events among them. */
  trials?: Float64Array;
  /** Added to the linear predictor, one a row, in log-odds. */
  offset?: Float64Array;
  /**
   * Length of the Newton step, in standard errors, from which the fit has converged (1e-8). That
   * last step is still taken: what remains of the error is of the order of its square.
   */
  tolerance?: number;
  /** Newton steps allowed (100); an ordinary fit takes 4 to 10, proving separation 15 to 40. */
  maxIterations?: number;
  /** Who goes through the rows: this thread unless told; results are the same to the last bit. */
  engine?: Engine;
}
