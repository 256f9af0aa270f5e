import { dirname, join } from "node:path";
import { withDuckDB } from "../../loaders/duckdb.js";
import type { Drift, EvaluationReport, View } from "../../src/lib/evaluation.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { predict } from "../../src/lib/fit/predict.js";
import { type CompleteSpec, completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { type Split, splitRows } from "../../src/lib/fit/split.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { VARIABLES } from "../features/families.js";
import { replaceFile, storeCard } from "../fit/store.js";
import { checkFeatures } from "../frame.js";
import { readModel } from "../score/readModel.js";
import { backtest } from "./backtest.js";
import { baselines, outcomeOf } from "./baselines.js";
import { featureDrift, scoreDrift } from "./drift.js";
import { readEvaluationFrame } from "./evaluationFrame.js";
import { monthlyPredictions } from "./monthly.js";
import { PUBLISHED } from "./published.js";
import { segmentsOf } from "./segments.js";
import { type Resampling, type Scored, viewOf } from "./view.js";

export interface EvaluateOptions {
  /** `features.parquet` of the batch the model was fitted on. */
  features: string;
  /** `model.json` of the registry; `evaluation.json` is written beside it. */
  model: string;
  /** The specification it was fitted from. */
  spec: Spec;
  progress?: Progress;
  /** Fewer resamples, for tests. */
  resampling?: Pick<Resampling, "replicates" | "segmentReplicates">;
}

/** Percentile intervals settle from some hundreds of resamples on (A. Davison, D. Hinkley, 1997, §2.5.2). */
const RESAMPLING = { replicates: 500, segmentReplicates: 200 };

/**
 * Evaluates a fitted model on the companies and months its fit kept apart: with and without strong
 * signals, by segment, beside baselines, from several origins in time, and how far its variables and
 * its score have drifted. Writes `evaluation.json` beside the model and returns it.
 *
 * Throws a VigieError when the features or the model are absent.
 */
export async function evaluateModel(options: EvaluateOptions): Promise<EvaluationReport> {
  checkFeatures(options.features);
  const model = await readModel(options.model);
  const spec = completeSpec(options.spec);
  const step = (item: string, done: number) => options.progress?.({ item, done, total: 4 });
  const frame = await readEvaluationFrame(options.features, model, spec);
  step("variables", 1);
  const split = splitRows(frame, spec);
  const resampling = { ...RESAMPLING, ...options.resampling, seed: spec.seed };
  const views = bothViews(model, frame, split, resampling);
  step("performance", 2);
  const compared = await compare(model, frame, spec, split, resampling);
  const origins = backtest({ frame, spec, resampling }, model);
  step("retour en arrière", 3);
  const report: EvaluationReport = {
    model: model.id,
    batch: model.batch,
    fictitious: model.fictitious,
    test: { from: model.test.from, to: model.test.to },
    bootstrap: resampling,
    ...views,
    baselines: compared,
    published: [...PUBLISHED],
    backtest: origins,
    drift: await driftOf(options.features, model, frame, split),
    variables: describedVariables(model),
  };
  const folder = dirname(options.model);
  await replaceFile(join(folder, "evaluation.json"), stableJson(report));
  await storeCard(model, report, folder);
  step("dérive", 4);
  return report;
}

function bothViews(
  model: Model,
  frame: Frame,
  { test }: Split,
  resampling: Resampling,
): Record<"withStrongSignals" | "withoutStrongSignals", View> {
  const strong = measure(frame, "strong_signal");
  const view = (rows: Int32Array) =>
    viewOf(scoredRows(model, frame, rows), model.thresholds, resampling);
  return {
    withStrongSignals: view(test),
    withoutStrongSignals: view(test.filter((row) => strong[row] !== 1)),
  };
}

function scoredRows(model: Model, frame: Frame, rows: Int32Array): Scored {
  return {
    probability: predict(model, frame, rows).probability,
    outcome: outcomeOf(frame, rows),
    siren: Array.from(rows, (row) => frame.siren[row]!),
    segments: segmentsOf(frame, rows),
  };
}

/** The useful view: without strong signals, which anyone can see. */
function compare(
  model: Model,
  frame: Frame,
  spec: CompleteSpec,
  split: Split,
  resampling: Resampling,
) {
  const strong = measure(frame, "strong_signal");
  const test = split.test.filter((row) => strong[row] !== 1);
  return baselines({
    frame,
    spec,
    training: split.training,
    test,
    terms: model.terms,
    probability: predict(model, frame, test).probability,
    cuts: model.thresholds,
    resampling,
  });
}

function describedVariables({ terms }: Model): EvaluationReport["variables"] {
  const used = new Set(terms.map(({ feature }) => feature));
  return VARIABLES.map(({ name, label, unit, group, citation, missing }) => ({
    name,
    label,
    unit,
    group,
    citation,
    missing,
    inModel: used.has(name),
  }));
}

async function driftOf(
  features: string,
  model: Model,
  frame: Frame,
  { training }: Split,
): Promise<Drift> {
  const reference = { from: model.training.from, to: model.training.to };
  const population = model.excludes.map((flag) => `${flag} IS NOT TRUE`).join(" AND ") || "true";
  const used = new Set(model.terms.map(({ feature }) => feature).filter((name) => name !== ""));
  const drift = await withDuckDB((connection) =>
    featureDrift(connection, { features, population, reference, used }),
  );
  const trained = predict(model, frame, training).probability;
  const { scores, shifts } = monthlyPredictions(model, frame, drift.months, model.excludes);
  return {
    ...drift,
    variables: [
      scoreDrift(scores, trained),
      ...drift.variables.map((series) => {
        const shift = shifts.get(series.name);
        return shift ? { ...series, shift } : series;
      }),
    ],
  };
}
