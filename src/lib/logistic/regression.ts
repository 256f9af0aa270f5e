import { type ClassWeight, classWeights } from "./classWeights.js";
import type { Design } from "./design.js";
import { maximiseFirth } from "./firth.js";
import {
  conditionedBasis,
  fitLogistic,
  goodness,
  INTERCEPT,
  inestimable,
  type LogisticFit,
  type LogisticOptions,
  type LogisticWarning,
} from "./fit.js";
import { wald } from "./inference.js";
import { eventShare, nullLoss } from "./nullModel.js";
import { fitPenalised, type Shrinkage } from "./penalised.js";
import { type Robust, robustInference } from "./robust.js";
import { type Sample, usableSample } from "./sample.js";
import * as warnings from "./warnings.js";

export type Penalty = { kind: "none" } | { kind: "firth" } | ({ kind: "shrinkage" } & Shrinkage);

export interface RegressionOptions extends LogisticOptions {
  penalty?: Penalty;
  /** Multiplies the case weights by class; outcomes are then 0 or 1. */
  classWeight?: ClassWeight;
  /** Replaces standard errors, z, p, intervals and vcov; without penalty only. */
  robust?: Robust;
}

/** Steps allowed and precision of the null model of penalised fits. */
const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 100;

/**
 * Logistic regression by maximum likelihood, with a penalty or with Firth’s correction, under the
 * one interface of `LogisticFit`. Shrunk estimates are biased on purpose: they have no standard
 * error, p-value nor interval (NaN), as in glmnet and scikit-learn. Firth’s standard errors come
 * from the expected information at the estimate.
 * @throws VigieError `logistic-input` as `fitLogistic`.
 */
export function fitRegression(
  design: Design,
  outcome: Float64Array,
  options: RegressionOptions = {},
): LogisticFit {
  const { penalty = { kind: "none" }, robust } = options;
  const weighted = withClassWeights(design, outcome, options);
  if (penalty.kind === "none") {
    const fit = fitLogistic(design, outcome, weighted);
    if (!robust || fit.k === 0) return fit;
    const { clusters: _, ...inference } = robustInference(
      usableSample(design, outcome, weighted),
      fit,
      robust,
    );
    return { ...fit, ...inference };
  }
  const sample = usableSample(design, outcome, weighted);
  const intercept = options.intercept ?? true;
  const names = intercept ? [INTERCEPT, ...design.names] : [...design.names];
  const notes: LogisticWarning[] =
    sample.missing > 0 ? [warnings.missingRows(sample.missing, design.rows)] : [];
  const fit =
    penalty.kind === "firth"
      ? firthFit(sample, names, intercept, notes)
      : shrunkFit(sample, names, intercept, penalty, notes);
  return { ...fit, n: design.rows, nUsed: sample.rows, warnings: notes };
}

/** Case weights times class weights, those of the rows that will enter the fit. */
export function withClassWeights(
  design: Design,
  outcome: Float64Array,
  options: RegressionOptions,
): LogisticOptions {
  const { classWeight, weights } = options;
  if (!classWeight) return options;
  const { kept } = usableSample(design, outcome, options);
  const { event, other } = classWeights(outcome, kept, classWeight);
  const byClass = outcome.map((y, i) => (y === 1 ? event : other) * (weights?.[i] ?? 1));
  return { ...options, weights: byClass };
}

type Core = Omit<LogisticFit, "n" | "nUsed" | "warnings">;

function firthFit(
  sample: Sample,
  names: string[],
  intercept: boolean,
  notes: LogisticWarning[],
): Core {
  const share = eventShare(sample);
  // The basis is chosen at the share of events, which a single class puts at the edge.
  const basis = conditionedBasis(sample, intercept, Math.min(0.99, Math.max(0.01, share)));
  if (basis.aliased.length > 0)
    notes.push(warnings.aliasedTerms(basis.aliased.map((a) => names[a]!)));
  const optimum = maximiseFirth(sample, basis, intercept);
  if (!optimum) return inestimable(names);
  if (!optimum.converged) notes.push(warnings.notConverged(optimum.iterations));
  return {
    names,
    ...wald(basis, optimum.gamma, optimum.factor),
    ...goodness(sample, basis.size, optimum.evaluation.loss, nullOf(sample, intercept)),
    iterations: optimum.iterations,
    converged: optimum.converged,
  };
}

function shrunkFit(
  sample: Sample,
  names: string[],
  intercept: boolean,
  shrinkage: Shrinkage,
  notes: LogisticWarning[],
): Core {
  const share = eventShare(sample);
  if (intercept && (share === 0 || share === 1)) {
    notes.push(warnings.singleClass(share, sample.rows, names));
    return inestimable(names);
  }
  const fit = fitPenalised(sample, intercept, shrinkage);
  if (fit.basis.aliased.length > 0)
    notes.push(warnings.aliasedTerms(fit.basis.aliased.map((a) => names[a]!)));
  if (!fit.converged) notes.push(warnings.notConverged(fit.iterations));
  const { estimates } = fit;
  const none = () => new Float64Array(names.length).fill(NaN);
  return {
    names,
    estimates,
    stdErrors: none(),
    z: none(),
    p: none(),
    ciLow: none(),
    ciHigh: none(),
    vcov: names.map(() => names.map(() => NaN)),
    ...goodness(sample, fit.basis.size, fit.evaluation.loss, nullOf(sample, intercept)),
    iterations: fit.iterations,
    converged: fit.converged,
  };
}

/** Loss without columns; a single class costs nothing. */
function nullOf(sample: Sample, intercept: boolean): number {
  const share = eventShare(sample);
  if (intercept && (share === 0 || share === 1)) return 0;
  return nullLoss(sample, intercept, TOLERANCE, MAX_ITERATIONS);
}
