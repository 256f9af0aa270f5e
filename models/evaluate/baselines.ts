import { BASELINE_MEASURES, type Baseline } from "../../src/lib/evaluation.js";
import { designOf } from "../../src/lib/fit/encode.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { learnColumns } from "../../src/lib/fit/learn.js";
import type { CompleteSpec } from "../../src/lib/fit/spec.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { fitLogistic } from "../../src/lib/logistic/fit.js";
import { linearPredictor } from "../../src/lib/logistic/predict.js";
import { sigmoid } from "../../src/lib/logistic/sigmoid.js";
import { estimates, resample } from "../../src/lib/metrics/clusterBootstrap.js";
import type { Cuts } from "../../src/lib/metrics/clusterMeasures.js";
import { rankedSample } from "../../src/lib/metrics/rankedSample.js";
import type { Term } from "../../src/lib/model.js";
import { variable } from "../features/families.js";
import { mlLogistic, ROWS, STEPS } from "./mlLogistic.js";
import { pick, type Resampling } from "./view.js";

export interface BaselineOptions {
  frame: Frame;
  spec: CompleteSpec;
  /** Rows to learn from and to be judged on. */
  training: Int32Array;
  test: Int32Array;
  /** Columns of the model, for the trainer that shares them. */
  terms: readonly Term[];
  /** Probabilities of the model on the test rows. */
  probability: Float64Array;
  cuts: Cuts;
  resampling: Resampling;
}

/**
 * The model beside what it must beat, on the same rows and resamples: the share of events in the
 * training for everyone, a logistic regression on `ratio_dette` alone, and the same columns through
 * another trainer.
 */
export async function baselines(options: BaselineOptions): Promise<Baseline[]> {
  const { frame, training, test, probability } = options;
  const learned = outcomeOf(frame, training);
  const rate = learned.reduce((sum, value) => sum + value, 0) / learned.length;
  const entry = (
    id: Baseline["id"],
    label: string,
    note: string,
    scores: Float64Array | null,
  ): Baseline => ({ id, label, note, measures: scores && judged(scores, options) });
  return [
    entry("modele", "Le modèle", "", probability),
    entry(
      "taux_de_base",
      "Taux de base",
      "la part d’événements de l’apprentissage, la même pour toutes",
      new Float64Array(test.length).fill(rate),
    ),
    entry(
      "dette_seule",
      "Dette sociale seule",
      "régression logistique sur le seul ratio de dette",
      debtAlone(options),
    ),
    entry(
      "ml_logistic_regression",
      "ml-logistic-regression",
      `mêmes colonnes, ${formatNumber(STEPS)} pas de gradient sur ${formatNumber(ROWS)} lignes au plus : ce paquet n’a ni arrêt ni erreur type`,
      await otherTrainer(options),
    ),
  ];
}

function judged(scores: Float64Array, { frame, test, cuts, resampling }: BaselineOptions) {
  const siren = Array.from(test, (row) => frame.siren[row]!);
  const sample = rankedSample(scores, outcomeOf(frame, test), siren);
  return pick(
    estimates(resample(sample, cuts, { ...resampling, replicates: resampling.segmentReplicates })),
    BASELINE_MEASURES,
  );
}

function debtAlone({ frame, spec, training, test }: BaselineOptions): Float64Array | null {
  const { columns } = learnColumns(
    { ...spec, terms: [{ feature: "ratio_dette", as: "standardised" }] },
    frame,
    training,
    variable,
  );
  if (columns.length === 0) return null;
  const fit = fitLogistic(designOf(columns, frame, training), outcomeOf(frame, training));
  return linearPredictor(fit, designOf(columns, frame, test)).map(sigmoid);
}

function otherTrainer({ frame, terms, training, test }: BaselineOptions) {
  const columns = terms.filter(({ transform }) => transform.kind !== "intercept");
  const every = Math.ceil(training.length / ROWS);
  const rows = training.filter((_, index) => index % every === 0);
  return mlLogistic(
    designOf(columns, frame, rows),
    outcomeOf(frame, rows),
    designOf(columns, frame, test),
  );
}

/** Outcomes of some rows, 0 or 1. */
export function outcomeOf(frame: Frame, rows: Int32Array): Float64Array {
  const outcome = measure(frame, "outcome");
  return Float64Array.from(rows, (row) => outcome[row]!);
}
