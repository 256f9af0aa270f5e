import type { CalibrationMap } from "./calibration.js";
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
  /**
   * Effective terms, the intercept first: in a model of sub-models, weight of the group × coefficient
   * in its sub-model, so that the log-odds stay one sum. A term with a gate contributes exactly 0
   * to the companies another part scores.
   */
  terms: Term[];
  /**
   * Log-odds of a company equal to the training means of the first part; contributions add to it.
   * The gap between the bases of two parts is a term of its own, named after the flag.
   */
  base: number;
  /** Equations the model is made of; each company is scored by the one whose gate it passes. */
  parts: Part[];
  /** Same data, the groups put together the other way; on the test without strong signals. */
  alternative: Alternative;
  /** Last step, from the probability of the log-odds to the one shown; explanations come before it. */
  calibration: Calibration;
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
  /**
   * « Fort » is for the best ranked of each département, so many at most, whatever `thresholds.fort`;
   * absent when the thresholds hold everywhere.
   */
  capacity?: { perDepartement: number };
  /** On the test sample. Strong signals: companies already in a proceeding or default at the month. */
  evaluation: { withStrongSignals: Evaluation; withoutStrongSignals: Evaluation };
  /** SHA-256 of the features file the fit read, of the spec and of the code. */
  provenance: { features: string; spec: string; code: string; seed: number };
  /** How the probability was put right after the fit, and of which model; absent when it was not. */
  recalibration?: RecalibrationRecord & { model: string };
}

/** A recalibration of the probability when the base rate has moved (`models/fit/recalibrate.ts`). */
export interface RecalibrationRecord {
  /** A rate given, or the outcomes known since the fit. */
  by: "rate" | "outcomes";
  /** Share of events aimed at, or found. */
  rate: number;
  /** Of the log-odds before it. */
  intercept: number;
  slope: number;
  /** Wald's test of a slope of 1, clustered by company; with outcomes only. */
  slopeTest?: { estimate: number; stdError: number; z: number };
  /** Months and rows it was learned from. */
  from: string;
  to: string;
  rows: number;
  /** Batch and SHA-256 of its features. */
  batch: string;
  features: string;
}

/** An equation of the model: sub-models by group and the top level that combines them. */
export interface Part {
  /** Name of the specification. */
  spec: string;
  label: string;
  /** Companies the part scores; absent when it scores them all. */
  gate?: Gate;
  combine: Combine;
  training: Sample;
  /** One a group; empty in a joint model. */
  subModels: SubModel[];
  /** Intercept, weight of each sub-score, controls; empty in a joint model. */
  top: TopTerm[];
}

/** `stacked`: sub-models by group, weighted by a top level; `joint`: one regression on every column. */
export type Combine = "stacked" | "joint";

/** A flag of the features and the value it must have. */
export interface Gate {
  flag: string;
  value: 0 | 1;
}

/** A logistic regression on the columns of one group alone, readable without the others. */
export interface SubModel {
  group: string;
  label: string;
  /** Own intercept and coefficients, errors clustered by company; names are those of `Model.terms`. */
  terms: Term[];
  /** Of its scores on the training companies, each scored by a fit on the other folds. */
  auc: number;
  deviance: number;
  nullDeviance: number;
}

/** A column of the top level: the sub-score of a group, in log-odds, or a control. */
export interface TopTerm {
  /** Group of a sub-score, name of a control, or the intercept. */
  name: string;
  label: string;
  kind: "intercept" | "subModel" | "control";
  estimate: number;
  stdError: number;
  z: number;
  p: number;
  ciLow: number;
  ciHigh: number;
}

export interface Alternative {
  combine: Combine;
  /** Of the model kept, then of the alternative, before calibration. */
  kept: { auc: number; averagePrecision: number; logLoss: number };
  other: { auc: number; averagePrecision: number; logLoss: number };
}

/** The map kept, and the cross-validated log-loss of each candidate. */
export interface Calibration {
  map: CalibrationMap;
  candidates: {
    kind: CalibrationMap["kind"];
    /** Null when infinite: a probability of 0 or 1 was given to what did not happen. */
    logLoss: number | null;
    /** Fall of the loss against no calibration, and its standard error clustered by company. */
    gain: number | null;
    gainError: number | null;
  }[];
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
  /** Companies the term speaks of; it contributes 0 to the others. Absent: all. */
  gate?: Gate;
  /** Variance inflation factor of the column among those of its part; absent for the intercept. */
  vif?: number;
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
