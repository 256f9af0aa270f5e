import type { CalibrationMap } from "../calibration.js";
import type { Penalty } from "../logistic/regression.js";
import type { Combine } from "../model.js";

/** What a model is, before any data: who it is about, what it predicts, from what, and how it is judged. */
export interface Spec {
  /** Name of the module and first part of the model's identifier. */
  name: string;
  /** What is predicted, in French. */
  outcome: string;
  population: {
    /** Who the model is about, in French. */
    label: string;
    /** Flags of the features that put a row out of the population, in training and in scoring. */
    excludes: readonly string[];
  };
  /** Columns; those of a group of `models/features` make its sub-model, « profil » the controls. */
  terms: readonly SpecTerm[];
  /** Companies without this flag are scored by `from`, those with it by `to`, each fitted on its own. */
  fallback?: { flag: string; from: Spec; to: Spec };
  /**
   * How groups are put together; defaults to `stacked`, which on the forward test of the
   * demonstration loses less (log-loss) and ranks the top better (average precision) than `joint`,
   * for nearly the same AUC, and whose groups can be read alone. `Model.alternative` has the numbers.
   */
  combine?: Combine;
  /** Of every regression; defaults to none. Shrunk estimates have no standard errors: not offered. */
  penalty?: Exclude<Penalty, { kind: "shrinkage" }>;
  /** Share of the rows without event kept for training, the prior being put back; defaults to 1. */
  keptNonEvents?: number;
  /**
   * Weights of the rows with and without event in the fit, the prior being put back; « balanced »
   * makes both classes weigh the same. Defaults to « none ».
   */
  classWeights?: "none" | "balanced" | { event: number; other: number };
  /** Last step of the probability; defaults to `auto`, chosen on cross-fitted scores. */
  calibration?: CalibrationMap["kind"] | "auto";
  /** Quantiles of the training sample measures are clipped at; defaults to 1 % and 99 %. */
  clip?: { lower: number; upper: number };
  split?: {
    /** Share of the companies kept for the test; defaults to 1/3. */
    testShare?: number;
    /** Parts the other companies are dealt into to choose the thresholds; defaults to 5. */
    folds?: number;
    /** Last months with a known outcome kept for the test; defaults to 6. */
    testMonths?: number;
    /** First and last month to learn from, `YYYY-MM`; defaults to all those the test allows. */
    training?: { from: string; to: string };
  };
  /** β of the F-measure each threshold maximises; defaults to 0.5 (fort) and 2 (modéré). */
  beta?: { fort: number; modere: number };
  /** Companies of a département that « fort » may hold at most; defaults to no limit (thresholds alone). */
  perDepartement?: number;
  /** Seed of the split; defaults to 1. */
  seed?: number;
}

/** A variable of `models/features` and the columns it becomes. */
export type SpecTerm =
  /** Clipped then standardised; an empty value becomes the mean, with a mark of its own if asked. */
  | { feature: string; as: "standardised"; mark?: boolean }
  /** A flag: 1 or 0; an empty value is 0. */
  | { feature: string; as: "indicator" }
  /** A category: one column a level, all 0 for the reference, named in French. */
  | { feature: string; as: "levels"; reference: string; levels: readonly Level[] };

export interface Level {
  name: string;
  label: string;
  /** Categories gathered in this level. */
  values: readonly string[];
}

/** A specification with its defaults filled in. */
export interface CompleteSpec extends Spec {
  combine: Combine;
  penalty: Exclude<Penalty, { kind: "shrinkage" }>;
  keptNonEvents: number;
  classWeights: "none" | "balanced" | { event: number; other: number };
  calibration: CalibrationMap["kind"] | "auto";
  clip: { lower: number; upper: number };
  split: {
    testShare: number;
    folds: number;
    testMonths: number;
    training?: { from: string; to: string };
  };
  beta: { fort: number; modere: number };
  seed: number;
}

/**
 * Fills in the defaults: two thirds of the companies learn, in five folds (rsignauxfaibles, 2020),
 * thresholds by F0.5 and F2 and six months of test (signaux-faibles/documentation, September 2021 evaluation).
 */
export function completeSpec(spec: Spec): CompleteSpec {
  return {
    ...spec,
    combine: spec.combine ?? "stacked",
    penalty: spec.penalty ?? { kind: "none" },
    keptNonEvents: spec.keptNonEvents ?? 1,
    classWeights: spec.classWeights ?? "none",
    calibration: spec.calibration ?? "auto",
    clip: spec.clip ?? { lower: 0.01, upper: 0.99 },
    split: { testShare: 1 / 3, folds: 5, testMonths: 6, ...spec.split },
    beta: spec.beta ?? { fort: 0.5, modere: 2 },
    seed: spec.seed ?? 1,
  };
}
