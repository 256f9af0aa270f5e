import { approach } from "./approach.js";
import { type Basis, standardisedBasis } from "./basis.js";
import { binomialConstant } from "./binomialConstant.js";
import { cholesky } from "./cholesky.js";
import type { Design } from "./design.js";
import { SINGLE_THREAD } from "./engine.js";
import { wald } from "./inference.js";
import { evaluate } from "./likelihood.js";
import { maximise, type Optimum } from "./newton.js";
import { eventShare, nullLoss, saturatedLoss } from "./nullModel.js";
import type { LogisticOptions } from "./options.js";
import { orthonormalBasis } from "./orthonormal.js";
import type { LogisticFit, LogisticWarning } from "./result.js";
import { type Sample, usableSample } from "./sample.js";
import { divergingParameters } from "./separation.js";
import { startingPoint } from "./start.js";
import { warmStart } from "./warmStart.js";
import * as warnings from "./warnings.js";

export type { LogisticOptions } from "./options.js";
export type { LogisticFit, LogisticWarning } from "./result.js";

/** R's name of the constant term, kept so that outputs compare. */
export const INTERCEPT = "(Intercept)";

/**
 * Smallest pivot, as a share of its column, for which the information of the standardised columns
 * is inverted as it is: its inverse then keeps about twelve digits. Below, columns are made
 * orthonormal first, and the aliased ones found.
 */
const WELL_CONDITIONED = 1e-4;

/** Tolerances within which gradients alone bring the fit of many rows, before its last Newton step. */
const NEAR = 100;

/** Defaults described in `LogisticOptions`. */
const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 100;

/**
 * Maximum likelihood logistic regression of `outcome` (0 or 1, or a share) on the columns of
 * `design`, by Newton's method; estimates in log-odds per unit of each column. Agrees with R's
 * `glm(family = binomial)` far within 1e-8 standard error; aliased columns are the ones R drops.
 * Rows with a missing value are left out and counted.
 * @throws VigieError `logistic-input` on lengths that disagree, outcomes outside [0, 1], negative
 * weights or trials, or when no row is usable.
 */
export function fitLogistic(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions = {},
): LogisticFit {
  const { intercept = true, tolerance = TOLERANCE, maxIterations = MAX_ITERATIONS } = options;
  const sample = usableSample(design, outcome, options);
  const names = intercept ? [INTERCEPT, ...design.names] : [...design.names];
  const notes: LogisticWarning[] = [];
  if (sample.missing > 0) notes.push(warnings.missingRows(sample.missing, design.rows));
  const share = eventShare(sample);
  if (intercept && (share === 0 || share === 1)) {
    notes.push(warnings.singleClass(share, sample.rows, names));
    return { ...inestimable(names), n: design.rows, nUsed: sample.rows, warnings: notes };
  }
  const { basis, optimum } = fitted(sample, intercept, share, options);
  if (basis.aliased.length > 0) {
    notes.push(warnings.aliasedTerms(basis.aliased.map((a) => names[a]!)));
  }
  notes.push(...convergenceNotes(basis, optimum, names));
  return {
    names,
    ...wald(basis, optimum.gamma, optimum.factor),
    n: design.rows,
    nUsed: sample.rows,
    ...goodness(
      sample,
      basis.size,
      optimum.evaluation.loss,
      nullLoss(sample, intercept, tolerance, maxIterations),
    ),
    iterations: optimum.iterations,
    converged: optimum.converged,
    warnings: notes,
  };
}

interface Fitted {
  basis: Basis;
  optimum: Optimum;
}

/** From a part of the rows when they are many; from the intercept otherwise, and when the columns prove collinear. */
function fitted(
  sample: Sample,
  intercept: boolean,
  share: number,
  { engine = SINGLE_THREAD, ...options }: LogisticOptions,
): Fitted {
  const { tolerance = TOLERANCE, maxIterations = MAX_ITERATIONS } = options;
  const standardised = standardisedBasis(sample, intercept, engine);
  const warm = warmStart(sample, standardised, intercept, engine);
  if (warm) {
    const { gamma, steps } = approach(sample, standardised, warm, NEAR * tolerance, engine);
    const many = { engine, manyRows: true };
    const optimum = maximise(sample, standardised, gamma, tolerance, maxIterations, many);
    const iterations = steps + optimum.iterations;
    const { information } = optimum.evaluation;
    if (optimum.converged && cholesky(information, standardised.size, WELL_CONDITIONED))
      return { basis: standardised, optimum: { ...optimum, iterations } };
  }
  const basis = conditioned(standardised, sample, intercept, share);
  const start = startingPoint(sample, basis, intercept, share);
  return { basis, optimum: maximise(sample, basis, start, tolerance, maxIterations) };
}

/** The standardised columns, or orthonormal ones when those nearly depend on each other. */
export function conditionedBasis(sample: Sample, intercept: boolean, share: number): Basis {
  return conditioned(standardisedBasis(sample, intercept), sample, intercept, share);
}

function conditioned(
  standardised: Basis,
  sample: Sample,
  intercept: boolean,
  share: number,
): Basis {
  const plain = { ...sample, offset: undefined };
  const start = startingPoint(plain, standardised, intercept, share);
  const { information } = evaluate(plain, standardised, start);
  return cholesky(information, standardised.size, WELL_CONDITIONED)
    ? standardised
    : orthonormalBasis(standardised, sample);
}

function convergenceNotes(basis: Basis, optimum: Optimum, names: string[]): LogisticWarning[] {
  if (optimum.direction) {
    const terms = divergingParameters(basis, optimum.direction).map((a) => names[a]!);
    return [warnings.separatedTerms(terms)];
  }
  return optimum.converged ? [] : [warnings.notConverged(optimum.iterations)];
}

type Goodness = Pick<
  LogisticFit,
  "k" | "deviance" | "nullDeviance" | "logLik" | "logLikKernel" | "aic" | "bic" | "dfResidual"
>;

/** Deviances and criteria at a loss, with `k` parameters. */
export function goodness(sample: Sample, k: number, loss: number, nullModel: number): Goodness {
  const saturated = saturatedLoss(sample);
  const logLik = binomialConstant(sample) - loss;
  return {
    k,
    deviance: 2 * (loss - saturated),
    nullDeviance: 2 * (nullModel - saturated),
    logLik,
    logLikKernel: -loss,
    aic: 2 * k - 2 * logLik,
    bic: k * Math.log(sample.rows) - 2 * logLik,
    dfResidual: sample.rows - k,
  };
}

/** With one class only, the likelihood grows for ever whatever the columns: nothing is given. */
export function inestimable(names: string[]): Omit<LogisticFit, "n" | "nUsed" | "warnings"> {
  const none = () => new Float64Array(names.length).fill(NaN);
  return {
    names,
    estimates: none(),
    stdErrors: none(),
    z: none(),
    p: none(),
    ciLow: none(),
    ciHigh: none(),
    vcov: names.map(() => names.map(() => NaN)),
    k: 0,
    deviance: NaN,
    nullDeviance: NaN,
    logLik: NaN,
    logLikKernel: NaN,
    aic: NaN,
    bic: NaN,
    dfResidual: NaN,
    iterations: 0,
    converged: false,
  };
}
