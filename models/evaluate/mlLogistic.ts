import type { Design } from "../../src/lib/logistic/design.js";
import { sigmoid } from "../../src/lib/logistic/sigmoid.js";

/** Gradient steps; the package's own default is 50,000, without a stopping rule. */
export const STEPS = 200;
/** Training rows it can be given in a few seconds. */
export const ROWS = 3_000;

/**
 * `ml-logistic-regression` 2.0.0 as a second trainer, kept for comparison: no intercept (a column of
 * ones is added here), no penalty, no weights, no standard errors and no stopping rule; its fixed
 * step must shrink as the rows grow or it swings for ever, and its defaults took 11,500 times the
 * time of R's `glm` on 20,000 rows. Hence few rows, few steps, and a step below 2 over the largest
 * eigenvalue of X'WX, bounded by a quarter of the trace of X'X.
 *
 * @returns the probabilities of the rows of `test`; null when the package is not installed.
 */
export async function mlLogistic(
  training: Design,
  outcome: Float64Array,
  test: Design,
): Promise<Float64Array | null> {
  const loaded = await load();
  if (!loaded) return null;
  const { LogisticRegression, Matrix } = loaded;
  const rows = rowsOf(training);
  const trace = rows.flat().reduce((sum, value) => sum + value * value, 0);
  const model = new LogisticRegression({ numSteps: STEPS, learningRate: 8 / trace });
  model.train(new Matrix(rows), Matrix.columnVector(Array.from(outcome)));
  // Its first classifier gives the probability of any class but 0.
  const weights = model.classifiers[0]!.weights.to1DArray();
  return Float64Array.from(rowsOf(test), (row) =>
    sigmoid(row.reduce((sum, value, index) => sum + value * weights[index]!, 0)),
  );
}

function rowsOf({ names, rows, values }: Design): number[][] {
  const width = names.length;
  return Array.from({ length: rows }, (_, row) => [
    1,
    ...values.subarray(row * width, (row + 1) * width),
  ]);
}

interface Package {
  LogisticRegression: new (options: {
    numSteps: number;
    learningRate: number;
  }) => {
    train(features: unknown, target: unknown): void;
    classifiers: { weights: { to1DArray(): number[] } }[];
  };
  Matrix: {
    new (rows: number[][]): unknown;
    columnVector(values: number[]): unknown;
  };
}

async function load(): Promise<Package | null> {
  try {
    // Names in variables: the packages are for development only and have no types.
    const [regression, matrix] = ["ml-logistic-regression", "ml-matrix"];
    const { default: LogisticRegression } = await import(regression!);
    const { Matrix } = await import(matrix!);
    return { LogisticRegression, Matrix } as Package;
  } catch {
    return null;
  }
}
