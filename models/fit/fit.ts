import { withDuckDB } from "../../loaders/duckdb.js";
import { calibrate } from "../../src/lib/calibration.js";
import type { LogisticFit } from "../../src/lib/logistic/fit.js";
import { auc } from "../../src/lib/metrics/auc.js";
import { averagePrecision } from "../../src/lib/metrics/averagePrecision.js";
import { logLoss } from "../../src/lib/metrics/logLoss.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { HORIZON_MONTHS } from "../features/outcome.js";
import { type Frame, type FrameColumns, measure, readFrame } from "../frame.js";
import { modelId } from "../modelId.js";
import { predict } from "../score/predict.js";
import { sha256, sha256Text } from "../sha256.js";
import { type CompleteSpec, completeSpec, type Spec } from "../specs/spec.js";
import { assemble } from "./assemble.js";
import { bothViews } from "./bothViews.js";
import { chooseCalibration } from "./calibrate.js";
import { cautions } from "./cautions.js";
import { checkOutcome, checkWindow } from "./check.js";
import { crossFitted } from "./crossFit.js";
import { outcomeOf, type PartFit } from "./parts.js";
import { describeSample } from "./sample.js";
import { type Split, splitRows } from "./split.js";
import { storeModel } from "./store.js";
import { chooseThresholds } from "./thresholds.js";

export interface FitOptions {
  /** `features.parquet` of the batch. */
  features: string;
  spec: Spec;
  /** Folder of the models; the model is written in `<registry>/<id>`. */
  registry: string;
  batch: string;
  /** Marks the model of a generated batch. */
  fictitious: boolean;
  /** Fingerprint of the code, recorded with the model; defaults to empty. */
  code?: string;
  progress?: Progress;
}

/**
 * Fits a specification on a features file, chooses its thresholds, evaluates it on companies and
 * months it has not seen, and writes `model.json` and `card.md` in the registry. What is evaluated
 * is what is kept: nothing is fitted again on all the data.
 *
 * Standard errors are clustered by company: its months share their outcome.
 *
 * Throws a VigieError when the features are absent, or when a sample or all folds but one hold no
 * event.
 */
export async function fitModel(options: FitOptions): Promise<Model> {
  const spec = completeSpec(options.spec);
  const step = (item: string, done: number) => options.progress?.({ item, done, total: 3 });
  const frame = await withDuckDB((connection) =>
    readFrame(connection, options.features, columnsOf(spec)),
  );
  step("variables", 1);
  const model = {
    id: modelId(spec.name, options.batch, options.fictitious),
    spec: spec.name,
    batch: options.batch,
    fictitious: options.fictitious,
    outcome: { label: spec.outcome, horizonMonths: HORIZON_MONTHS },
    population: spec.population.label,
    excludes: [...spec.population.excludes],
    ...fitFrame(frame, spec),
    provenance: {
      features: await sha256(options.features),
      spec: sha256Text(stableJson(spec)),
      code: options.code ?? "",
      seed: spec.seed,
    },
  };
  step("ajustement", 2);
  await storeModel(model, options.registry);
  step("registre", 3);
  return model;
}

type Fitted = Omit<
  Model,
  "id" | "spec" | "batch" | "fictitious" | "outcome" | "population" | "excludes" | "provenance"
>;

/** All that a model learns from a frame holding the columns of its specification. */
export function fitFrame(frame: Frame, spec: CompleteSpec): Fitted {
  const split = splitRows(frame, spec);
  const samples = {
    training: describeSample(frame, split.training),
    test: describeSample(frame, split.test),
  };
  checkWindow(frame, spec, split.training);
  checkOutcome(outcomeOf(frame, split.test), "de test");
  const learning = { rows: split.training, fold: split.fold };
  const { fits, ...assembled } = assemble(frame, learning, spec, {
    combine: spec.combine,
    inference: true,
  });
  const validation = crossFitted(frame, learning, fits);
  const calibration = chooseCalibration(validation, spec);
  const shown = validation.probability.map((value) => calibrate(calibration.map, value));
  const thresholds = chooseThresholds(shown, validation.outcome, spec);
  const equation = { ...assembled, calibration };
  const evaluation = bothViews(equation, thresholds, frame, split.test);
  return {
    ...samples,
    ...equation,
    ...goodness(fits),
    folds: spec.split.folds,
    alternative: compareCombines(frame, split, spec, assembled),
    thresholds,
    ...(spec.perDepartement === undefined
      ? {}
      : { capacity: { perDepartement: spec.perDepartement } }),
    evaluation,
    warnings: [...assembled.warnings, ...cautions(fits, evaluation)],
  };
}

type Equation = Pick<Model, "terms" | "base">;

/** Sums over parts, which learn from different rows. */
function goodness(fits: readonly PartFit[]) {
  const sum = (of: (fit: LogisticFit) => number) =>
    fits.reduce((total, { equation }) => total + of(equation.fit), 0);
  const [n, k, logLik] = [sum((fit) => fit.nUsed), sum((fit) => fit.k), sum((fit) => fit.logLik)];
  return {
    n,
    deviance: sum((fit) => fit.deviance),
    nullDeviance: sum((fit) => fit.nullDeviance),
    logLik,
    aic: 2 * k - 2 * logLik,
    bic: k * Math.log(n) - 2 * logLik,
    iterations: Math.max(...fits.map(({ equation }) => equation.fit.iterations)),
    converged: fits.every(({ equation }) => equation.fit.converged),
  };
}

/** Both ways to put the groups together, on the test without strong signals. */
function compareCombines(
  frame: Frame,
  { training, fold, test }: Split,
  spec: CompleteSpec,
  kept: Equation,
): Model["alternative"] {
  const combine = spec.combine === "stacked" ? "joint" : "stacked";
  const learning = { rows: training, fold };
  const other = assemble(frame, learning, spec, { combine, inference: false });
  const strong = measure(frame, "strong_signal");
  const rows = test.filter((row) => strong[row] !== 1);
  const outcome = outcomeOf(frame, rows);
  const judged = ({ terms, base }: Equation) => {
    const { probability } = predict({ terms, base }, frame, rows);
    return {
      auc: auc(probability, outcome),
      averagePrecision: averagePrecision(probability, outcome),
      logLoss: logLoss(probability, outcome),
    };
  };
  return { combine, kept: judged(kept), other: judged(other) };
}

/** Columns of the features file a specification reads, and the one it falls back on. */
function columnsOf(spec: Spec): FrameColumns {
  const terms = [...spec.terms, ...(spec.fallback?.to.terms ?? [])];
  const flags = [...spec.population.excludes, ...(spec.fallback ? [spec.fallback.flag] : [])];
  const measures = terms.filter(({ as }) => as !== "levels").map(({ feature }) => feature);
  const categories = terms.filter(({ as }) => as === "levels").map(({ feature }) => feature);
  return {
    measures: [...new Set([...measures, ...flags, "strong_signal", "outcome"])],
    categories: [...new Set(categories)],
  };
}
