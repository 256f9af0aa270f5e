import type { Estimate, Estimates } from "./metrics/clusterBootstrap.js";

/**
 * How well a model does, as stored in `models/registry/<id>/evaluation.json`. Rows are months of
 * companies the model has not seen; rates are shares; `null` is a measure that is not defined there.
 */
export interface EvaluationReport {
  model: string;
  batch: string;
  fictitious: boolean;
  test: { from: string; to: string };
  /** How the intervals were made. */
  bootstrap: { replicates: number; segmentReplicates: number; seed: number };
  /** Strong signals: companies already in a proceeding or in default at the month. */
  withStrongSignals: View;
  withoutStrongSignals: View;
  /** Same rows, scored otherwise; without strong signals. */
  baselines: Baseline[];
  /** Performances the service published of its own models: read, never computed here. */
  published: PublishedPerformance[];
  backtest: Origin[];
  drift: Drift;
  /** Every variable there is, for the dictionary. */
  variables: DescribedVariable[];
}

/** A variable of the features, in French; `inModel`: the model reads it. */
export interface DescribedVariable {
  name: string;
  label: string;
  unit: string;
  group: string;
  citation: string;
  missing: string;
  inModel: boolean;
}

export interface View {
  rows: number;
  companies: number;
  events: number;
  /** By name of `clusterMeasures`, with 95 % cluster-bootstrap intervals. */
  measures: Estimates;
  /** χ² of Hosmer and Lemeshow for independent rows, which months of a company are not. */
  hosmerLemeshow: { chi2: number; df: number; p: number };
  calibration: { n: number; meanPredicted: number; observed: Estimate }[];
  gains: { share: number; gain: Estimate; lift: Estimate }[];
  roc: { falsePositiveRate: number; truePositiveRate: Estimate }[];
  segments: Segment[];
}

export type Dimension = "region" | "secteur" | "taille" | "age";

/** Rows of one region, sector, size or age. */
export interface Segment {
  dimension: Dimension;
  code: string;
  label: string;
  rows: number;
  companies: number;
  events: number;
  /** Companies with an event at some month. */
  eventCompanies: number;
  /** Companies flagged at some month, at either level. */
  flaggedCompanies: number;
  /** True when fewer companies have an event than its rates can be told from: read with care. */
  small: boolean;
  measures: Pick<Estimates, SegmentMeasure>;
}

/** What is told of a segment: ranking, calibration, and who is flagged or missed. */
export const SEGMENT_MEASURES = [
  "eventRate",
  "auc",
  "averagePrecision",
  "brier",
  "meanPredicted",
  "fort.alertRate",
  "fort.precision",
  "fort.missRate",
  "modere.alertRate",
  "modere.precision",
  "modere.missRate",
] as const;

export type SegmentMeasure = (typeof SEGMENT_MEASURES)[number];

export interface Baseline {
  id: "modele" | "taux_de_base" | "dette_seule" | "ml_logistic_regression";
  label: string;
  /** How it was made, or why it was not. */
  note: string;
  measures: Pick<Estimates, BaselineMeasure> | null;
}

export const BASELINE_MEASURES = [
  "auc",
  "averagePrecision",
  "brier",
  "logLoss",
  "inTheLarge",
  "slope",
  "lift@0.02",
] as const;

export type BaselineMeasure = (typeof BASELINE_MEASURES)[number];

/** What the service said of one of its models; not comparable with another target or period. */
export interface PublishedPerformance {
  date: string;
  model: string;
  /** What was counted, on which cases. */
  set: string;
  strongSignals: boolean | null;
  auc: number | null;
  averagePrecision: number | null;
  fort: { precision: number; recall: number } | null;
  modere: { precision: number; recall: number } | null;
  source: string;
}

/** The specification fitted as if on the batch of `month`, tested on the months from there. */
export interface Origin {
  month: string;
  training: { from: string; to: string; rows: number; events: number };
  test: { from: string; to: string; rows: number; events: number };
  withStrongSignals: OriginMeasures;
  withoutStrongSignals: OriginMeasures;
  /** Of the ROC curve without strong signals, with its 95 % cluster-bootstrap interval. */
  auc: Estimate;
}

export interface OriginMeasures {
  auc: number;
  averagePrecision: number;
  brier: number;
  inTheLarge: number;
  slope: number;
  precision: number;
  recall: number;
}

export interface Drift {
  /** Months the others are compared with: those of the training. */
  reference: { from: string; to: string };
  months: string[];
  variables: DriftSeries[];
}

export interface DriftSeries {
  name: string;
  label: string;
  /** True when the model reads it. */
  inModel: boolean;
  /** Population stability index of each month; null without data. */
  psi: (number | null)[];
  /** Mean contribution of the month minus that of the training, in log-odds; for the model's own. */
  shift?: (number | null)[];
  /** Of the worst month, and of the last. */
  worst: Verdict;
  last: Verdict;
}

/** Below 0.1 stable, then to be watched, from 0.25 on to be dealt with. */
export type Verdict = "stable" | "a_surveiller" | "alerte";
