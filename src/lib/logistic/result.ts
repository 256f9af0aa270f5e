/** What a person must know before using the fit; several may hold at once. */
export interface LogisticWarning {
  code: "separation" | "collinear" | "missing" | "notConverged" | "singleClass";
  /** Terms concerned: those that can diverge, the aliased ones; empty when it is about rows. */
  terms: string[];
  /** In French, for people. */
  message: string;
}

/**
 * A fitted logistic regression with its inference, conventions of R's `glm(family = binomial)`.
 * Vectors follow `names`; an aliased term has NaN everywhere.
 */
export interface LogisticFit {
  /** `(Intercept)` first when there is one, then the columns of the design. */
  names: string[];
  estimates: Float64Array;
  /** From the information matrix at the optimum. */
  stdErrors: Float64Array;
  z: Float64Array;
  /** Two-sided, normal. */
  p: Float64Array;
  /** Wald 95 % interval. */
  ciLow: Float64Array;
  ciHigh: Float64Array;
  vcov: number[][];
  /** Rows given. */
  n: number;
  /** Rows fitted: complete and of positive weight. */
  nUsed: number;
  /** Rank: estimated parameters, intercept included. */
  k: number;
  /** Against the saturated model of the rows. */
  deviance: number;
  /** Of the model with the intercept and the offset alone (the offset alone without intercept). */
  nullDeviance: number;
  /** R's: binomial coefficients included. */
  logLik: number;
  /** Without the binomial coefficients. */
  logLikKernel: number;
  /** −2 logLik + 2k. */
  aic: number;
  /** −2 logLik + k ln(nUsed). */
  bic: number;
  /** nUsed − k. */
  dfResidual: number;
  /** Newton steps taken. */
  iterations: number;
  converged: boolean;
  warnings: LogisticWarning[];
}
