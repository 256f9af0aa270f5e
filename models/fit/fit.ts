import { withDuckDB } from "../../loaders/duckdb.js";
import { fitLogistic } from "../../src/lib/logistic/fit.js";
import { columnMeans } from "../../src/lib/logistic/means.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { HORIZON_MONTHS } from "../features/outcome.js";
import { type Frame, type FrameColumns, measure, readFrame } from "../frame.js";
import { modelId } from "../modelId.js";
import { baseOf, predict } from "../score/predict.js";
import { sha256, sha256Text } from "../sha256.js";
import { type CompleteSpec, completeSpec, type Spec } from "../specs/spec.js";
import { designOf } from "../terms/encode.js";
import { learnColumns } from "../terms/learn.js";
import { checkOutcome } from "./check.js";
import { evaluate } from "./evaluate.js";
import { describeSample } from "./sample.js";
import { type Split, splitRows } from "./split.js";
import { storeModel } from "./store.js";
import { fittedTerms } from "./terms.js";
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
 * Standard errors come from the information matrix; they take the months of a company for
 * independent and are too small.
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
  checkOutcome(outcomeOf(frame, split.test), "de test");
  const { equation, vcov, fit, warnings } = fitRows(frame, split.training, spec);
  const thresholds = crossFittedThresholds(frame, split, spec);
  return {
    ...samples,
    ...equation,
    vcov,
    n: fit.nUsed,
    deviance: fit.deviance,
    nullDeviance: fit.nullDeviance,
    logLik: fit.logLik,
    aic: fit.aic,
    bic: fit.bic,
    iterations: fit.iterations,
    converged: fit.converged,
    warnings,
    folds: spec.split.folds,
    thresholds,
    evaluation: bothViews(equation, thresholds, frame, split.test),
  };
}

type Equation = Pick<Model, "terms" | "base">;

/** Transforms and coefficients learned on some rows and nothing else. */
function fitRows(frame: Frame, rows: Int32Array, spec: CompleteSpec) {
  const { columns, warnings } = learnColumns(spec, frame, rows);
  const design = designOf(columns, frame, rows);
  const outcome = outcomeOf(frame, rows);
  checkOutcome(outcome, "d’apprentissage");
  const fit = fitLogistic(design, outcome);
  const { terms, vcov } = fittedTerms(columns, columnMeans(design), fit);
  const equation: Equation = { terms, base: baseOf(terms) };
  return { equation, vcov, fit, warnings: [...warnings, ...fit.warnings] };
}

/**
 * Thresholds on the training companies, each scored by a fit on the other folds (M. Stone,
 * « Cross-validatory choice and assessment of statistical predictions », JRSS B 36, 1974): all of
 * them weigh on the choice, none is judged by a model that has seen it, and the test stays untouched.
 */
function crossFittedThresholds(
  frame: Frame,
  { training, fold }: Split,
  spec: CompleteSpec,
): Model["thresholds"] {
  const probability = new Float64Array(training.length);
  for (let held = 0; held < spec.split.folds; held++) {
    const others = training.filter((_, index) => fold[index] !== held);
    const { equation } = fitRows(frame, others, spec);
    const positions = Int32Array.from(training.keys()).filter((index) => fold[index] === held);
    const scores = predict(
      equation,
      frame,
      positions.map((index) => training[index]!),
    ).probability;
    for (const [order, index] of positions.entries()) probability[index] = scores[order]!;
  }
  return chooseThresholds(probability, outcomeOf(frame, training), spec);
}

/** The test rows, then those without strong signals. */
function bothViews(
  equation: Equation,
  thresholds: Model["thresholds"],
  frame: Frame,
  test: Int32Array,
): Model["evaluation"] {
  const strong = measure(frame, "strong_signal");
  const view = (rows: Int32Array) =>
    evaluate(predict(equation, frame, rows).probability, outcomeOf(frame, rows), thresholds);
  return {
    withStrongSignals: view(test),
    withoutStrongSignals: view(test.filter((row) => strong[row] !== 1)),
  };
}

function outcomeOf(frame: Frame, rows: Int32Array): Float64Array {
  const outcome = measure(frame, "outcome");
  return Float64Array.from(rows, (row) => outcome[row]!);
}

/** Columns of the features file a specification reads. */
function columnsOf({ terms, population }: Spec): FrameColumns {
  const measures = terms.filter(({ as }) => as !== "levels").map(({ feature }) => feature);
  const categories = terms.filter(({ as }) => as === "levels").map(({ feature }) => feature);
  return {
    measures: [...new Set([...measures, ...population.excludes, "strong_signal", "outcome"])],
    categories: [...new Set(categories)],
  };
}
