import type { Design } from "../logistic/design.js";
import { goodness, INTERCEPT, inestimable, type LogisticFit } from "../logistic/fit.js";
import { eventShare, nullLoss } from "../logistic/nullModel.js";
import { linearPredictor } from "../logistic/predict.js";
import { usableSample } from "../logistic/sample.js";
import { logSigmoid } from "../logistic/sigmoid.js";
import * as warnings from "../logistic/warnings.js";

export interface MlOptions {
  /** Gradient steps; the package’s own default is 50,000. */
  steps: number;
  /** Share of the summed gradient that a step takes; told from the design unless given. */
  learningRate?: number;
}

/** Precision of the deviance of the intercept alone, and steps allowed: Newton’s, not the package’s. */
const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 100;

/**
 * `ml-logistic-regression` 2.0.0 behind the interface of our own fits, so that both can be compared.
 * What it lacks: an intercept (a column of ones is added here), penalties, weights, offsets, standard
 * errors (NaN), a stopping rule (`converged` is false whatever the steps) and any check: missing rows
 * are left out here, separation and collinear columns go unseen. It climbs by `steps` gradients of
 * fixed length, which must shrink as the rows grow or it swings for ever; it trains two mirror models
 * for two classes; at its defaults it took 11,500 times the time of R’s `glm` on 20,000 rows of 12
 * columns (1,513 s against 0.13). Columns of very different sizes should be standardised first.
 *
 * @throws VigieError `logistic-input` as `fitLogistic`.
 */
export async function fitMlLogistic(
  design: Design,
  outcome: Float64Array,
  { steps, learningRate }: MlOptions,
): Promise<LogisticFit> {
  const { default: LogisticRegression } = await import("ml-logistic-regression");
  const { Matrix } = await import("ml-matrix");
  const sample = usableSample(design, outcome, {});
  const names = [INTERCEPT, ...design.names];
  const share = eventShare(sample);
  if (share === 0 || share === 1) {
    const single = [warnings.singleClass(share, sample.rows, names)];
    return { ...inestimable(names), n: design.rows, nUsed: sample.rows, warnings: single };
  }
  const rows = Array.from(sample.kept, (row) => [1, ...rowOf(design, row)]);
  const model = new LogisticRegression({
    numSteps: steps,
    learningRate: learningRate ?? safeRate(rows),
  });
  model.train(new Matrix(rows), Matrix.columnVector(Array.from(sample.outcome)));
  const estimates = Float64Array.from(model.classifiers[0]!.weights.to1DArray());
  const eta = linearPredictor({ names, estimates }, design);
  const loss = sample.kept.reduce(
    (sum, row) => sum - logSigmoid(outcome[row] === 1 ? eta[row]! : -eta[row]!),
    0,
  );
  const notes = [warnings.notConverged(steps)];
  if (sample.missing > 0) notes.unshift(warnings.missingRows(sample.missing, design.rows));
  return {
    ...inestimable(names),
    estimates,
    ...goodness(sample, names.length, loss, nullLoss(sample, true, TOLERANCE, MAX_ITERATIONS)),
    n: design.rows,
    nUsed: sample.rows,
    iterations: steps,
    warnings: notes,
  };
}

function rowOf({ names, values }: Design, row: number): Float64Array {
  return values.subarray(row * names.length, (row + 1) * names.length);
}

/** Below 2 over the largest eigenvalue of X'WX, itself below a quarter of the trace of X'X. */
function safeRate(rows: readonly number[][]): number {
  let trace = 0;
  for (const row of rows) for (const value of row) trace += value * value;
  return 8 / trace;
}
