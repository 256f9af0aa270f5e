import type { CalibrationBin } from "./metrics/calibrationBins.js";

/** The fitted model as stored in `models/registry/<id>/model.json` and shown on the model page. */
export interface Model {
  id: string;
  spec: string;
  batch: string;
  fictitious: boolean;
  /** What the model predicts and for whom, in French. */
  outcome: { label: string; horizonMonths: number };
  population: string;
  /** Flags of the features that put a row out of the population: such rows get no score. */
  excludes: string[];
  /** Months whose outcome was wholly known before the first month of the test. */
  training: Sample;
  /**
   * Parts the training companies were dealt into to choose the thresholds: each part is scored by a
   * fit on the others, so that no company is judged by a model that has seen it.
   */
  folds: number;
  /** Other companies, the last months with a known outcome; strong signals included. */
  test: Sample;
  /** In the order of the design matrix; the intercept first. */
  terms: Term[];
  /** Log-odds of a company equal to the training means; contributions add to it. */
  base: number;
  /** Covariance of the estimates, same order. */
  vcov: number[][];
  n: number;
  deviance: number;
  nullDeviance: number;
  logLik: number;
  aic: number;
  bic: number;
  iterations: number;
  converged: boolean;
  warnings: { code: string; terms: string[]; message: string }[];
  thresholds: { fort: Threshold; modere: Threshold };
  /** On the test sample. Strong signals: companies already in a proceeding or default at the month. */
  evaluation: { withStrongSignals: Evaluation; withoutStrongSignals: Evaluation };
  /** SHA-256 of the features file the fit read, of the spec and of the code. */
  provenance: { features: string; spec: string; code: string; seed: number };
}

export interface Sample {
  from: string;
  to: string;
  rows: number;
  companies: number;
  events: number;
}

/** One column of the design matrix with its inference. */
export interface Term {
  name: string;
  /** Feature the column is made from; several columns may share one (value, missing mark). */
  feature: string;
  /** Sub-model the feature belongs to: `sante_financiere`, `dette_sociale`, … ; empty for the intercept. */
  group: string;
  label: string;
  unit: string;
  transform:
    | { kind: "intercept" }
    /** A flag: 1 or 0. */
    | { kind: "indicator" }
    /** 1 when the category is one of these; `reference`, in French, is what 0 everywhere means. */
    | { kind: "level"; values: string[]; reference: string }
    /** 1 when the feature is empty. */
    | { kind: "missing" }
    /** Clip to [lower, upper] (training quantiles), then (x - mean) / sd; missing becomes 0. */
    | { kind: "standardised"; lower: number; upper: number; mean: number; sd: number };
  /** Mean of the column on the training sample, the reference of contributions. */
  mean: number;
  estimate: number;
  stdError: number;
  z: number;
  p: number;
  ciLow: number;
  ciHigh: number;
  oddsRatio: number;
  oddsRatioLow: number;
  oddsRatioHigh: number;
}

export interface Threshold {
  /** Probability from which the level holds. */
  value: number;
  beta: number;
  fBeta: number;
  precision: number;
  recall: number;
}

export interface Evaluation {
  rows: number;
  events: number;
  auc: number;
  averagePrecision: number;
  brier: number;
  logLoss: number;
  calibration: {
    /** Calibration-in-the-large, in log-odds: 0 when as many events as announced. */
    intercept: number;
    /** Slope of the logistic recalibration: 1 when differences of risk are right. */
    slope: number;
    bins: CalibrationBin[];
  };
  roc: { threshold: number | null; falsePositiveRate: number; truePositiveRate: number }[];
  precisionRecall: { threshold: number; precision: number; recall: number }[];
  confusion: Record<
    "fort" | "modere",
    {
      truePositives: number;
      falsePositives: number;
      trueNegatives: number;
      falseNegatives: number;
      precision: number;
      recall: number;
    }
  >;
}
