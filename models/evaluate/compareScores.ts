import { readFile, writeFile } from "node:fs/promises";
import { toCsv } from "../../src/lib/csv.js";
import { VigieError } from "../../src/lib/error.js";
import { BASELINE_MEASURES, type BaselineMeasure } from "../../src/lib/evaluation.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { predict } from "../../src/lib/fit/predict.js";
import { completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { splitRows } from "../../src/lib/fit/split.js";
import {
  type Estimate,
  type Estimates,
  estimate,
  estimates,
  type Resampled,
  resample,
} from "../../src/lib/metrics/clusterBootstrap.js";
import { rankedSample } from "../../src/lib/metrics/rankedSample.js";
import type { Model } from "../../src/lib/model.js";
import { monthText } from "../../src/lib/month.js";
import { outcomeOf } from "./baselines.js";
import { readEvaluationFrame } from "./evaluationFrame.js";
import { type OutsideScore, readOutsideScores } from "./outsideScores.js";
import { type Stack, stacked, stackScores } from "./stacking.js";
import { pick } from "./view.js";

export interface CompareOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** `model.json` of the registry. */
  model: string;
  spec: Spec;
  /** CSV of the scores produced elsewhere (`readOutsideScores`). */
  scores: string;
  /** CSV to write: siren, date, both probabilities and the stacked one, for every score matched. */
  out?: string | undefined;
  replicates?: number;
}

/** Two scores on the same rows: the model's test, without strong signals, that both have scored. */
export interface Comparison {
  model: string;
  /** Scores read, and those of companies and months of the features. */
  read: number;
  matched: number;
  /** Rows both are judged on. */
  rows: number;
  companies: number;
  events: number;
  agreement: {
    /** Rank correlation of Spearman. */
    rank: number;
    /** Share of the rows the model flags that the other places as high, taking as many. */
    overlap: number;
  };
  ours: Pick<Estimates, BaselineMeasure>;
  theirs: Pick<Estimates, BaselineMeasure>;
  /** Both, each company judged by weights learned on others. */
  stacked: Pick<Estimates, BaselineMeasure>;
  stack: Stack;
  /** Stacked minus ours on the same resamples: above 0 (AUC, average precision) or below (log-loss), the other score adds something. */
  gain: Record<"auc" | "averagePrecision" | "logLoss", Estimate>;
}

const REPLICATES = 500;

/**
 * Compares a score produced elsewhere with the model's and stacks them.
 * Throws a VigieError: those of `readOutsideScores`, and `no-common-score` when fewer than one event
 * or one non-event was scored by both.
 */
export async function compareScores(options: CompareOptions): Promise<Comparison> {
  const spec = completeSpec(options.spec);
  const model = JSON.parse(await readFile(options.model, "utf8")) as Model;
  const scores = await readOutsideScores(options.scores);
  const frame = await readEvaluationFrame(options.features, model, spec);
  const theirs = matchedTo(frame, scores);
  const strong = measure(frame, "strong_signal");
  const rows = splitRows(frame, spec).test.filter(
    (row) => strong[row] !== 1 && !Number.isNaN(theirs[row]),
  );
  const outcome = outcomeOf(frame, rows);
  checkEvents(outcome, options.scores);
  const siren = Array.from(rows, (row) => frame.siren[row]!);
  const own = predict(model, frame, rows).probability;
  const other = Float64Array.from(rows, (row) => theirs[row]!);
  const { stack, probability } = stackScores(own, other, outcome, siren);
  const resampling = { replicates: options.replicates ?? REPLICATES, seed: spec.seed };
  const judged = (values: Float64Array): Resampled =>
    resample(rankedSample(values, outcome, siren), model.thresholds, resampling);
  const [ours, both] = [judged(own), judged(probability)];
  if (options.out) await writeStacked(options.out, frame, model, theirs, stack);
  return {
    model: model.id,
    read: scores.length,
    matched: theirs.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
    rows: rows.length,
    companies: new Set(siren).size,
    events: outcome.reduce((sum, value) => sum + value, 0),
    agreement: agreement(own, other, model.thresholds.modere.value),
    ours: pick(estimates(ours), BASELINE_MEASURES),
    theirs: pick(estimates(judged(other)), BASELINE_MEASURES),
    stacked: pick(estimates(both), BASELINE_MEASURES),
    stack,
    gain: {
      auc: difference(both, ours, "auc"),
      averagePrecision: difference(both, ours, "averagePrecision"),
      logLoss: difference(both, ours, "logLoss"),
    },
  };
}

/** Outside score of each row; NaN without. */
function matchedTo(frame: Frame, scores: readonly OutsideScore[]): Float64Array {
  const known = new Map(
    scores.map(({ siren, month, probability }) => [`${siren}:${month}`, probability]),
  );
  return Float64Array.from(
    frame.month,
    (month, row) => known.get(`${frame.siren[row]}:${month}`) ?? Number.NaN,
  );
}

function checkEvents(outcome: Float64Array, file: string): void {
  const events = outcome.reduce((sum, value) => sum + value, 0);
  if (events > 0 && events < outcome.length) return;
  throw new VigieError(
    "no-common-score",
    `${file} ne note pas à la fois des entreprises défaillantes et d’autres parmi celles du test (${outcome.length} cas communs)`,
    "Donnez des scores pour les entreprises et les mois du test du modèle, que sa fiche indique.",
  );
}

/** Paired: both were drawn alike. */
function difference(left: Resampled, right: Resampled, name: string): Estimate {
  return estimate(
    left.measures[name]! - right.measures[name]!,
    left.replicates.map((replicate, index) => replicate[name]! - right.replicates[index]![name]!),
  );
}

function agreement(own: Float64Array, other: Float64Array, threshold: number) {
  const flagged = own.reduce((count, value) => count + (value >= threshold ? 1 : 0), 0);
  const highest = highestOf(other, flagged);
  const both = own.reduce(
    (n, value, row) => n + (value >= threshold && highest.has(row) ? 1 : 0),
    0,
  );
  return { rank: correlation(ranks(own), ranks(other)), overlap: both / flagged };
}

function highestOf(values: Float64Array, count: number): Set<number> {
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
  return new Set(order.slice(0, count));
}

/** Ranks, equal values sharing the mean of theirs. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const found = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let at = start; at < end; at++) found[order[at]!] = (start + end - 1) / 2;
    start = end;
  }
  return found;
}

function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (x.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const [dx, dy] = [x[row]! - mean, y[row]! - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

async function writeStacked(
  file: string,
  frame: Frame,
  model: Model,
  theirs: Float64Array,
  stack: Stack,
): Promise<void> {
  const rows = Int32Array.from(theirs.keys()).filter((row) => !Number.isNaN(theirs[row]));
  const { probability } = predict(model, frame, rows);
  const lines = Array.from(rows, (row, index) => ({
    siren: frame.siren[row]!,
    date: monthText(frame.month[row]!),
    ours: probability[index]!,
    theirs: theirs[row]!,
    stacked: stacked(stack, probability[index]!, theirs[row]!),
  }));
  const columns = (["siren", "date", "ours", "theirs", "stacked"] as const).map((name) => ({
    label: name,
    value: (line: (typeof lines)[number]) => line[name],
  }));
  await writeFile(file, toCsv(columns, lines));
}
