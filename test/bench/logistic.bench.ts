import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { bench, describe } from "vitest";
import { fitLogistic } from "../../src/lib/logistic/fit.js";

const ROWS = 20_000;
const COLUMNS = 12;
/** ml-logistic-regression takes 50,000 gradient steps by default: 25 minutes at this size. */
const STEPS = 20;

const { values, outcome } = sample();
const names = Array.from({ length: COLUMNS }, (_, j) => `x${j}`);
const rows = Array.from({ length: ROWS }, (_, i) => [
  ...values.subarray(i * COLUMNS, (i + 1) * COLUMNS),
]);
const features = new Matrix(rows);
const target = Matrix.columnVector([...outcome]);

describe(`logistic regression, ${ROWS} × ${COLUMNS}`, () => {
  bench("fitLogistic, to convergence with standard errors", () => {
    fitLogistic({ names, rows: ROWS, values }, outcome);
  });

  bench(
    `ml-logistic-regression, ${STEPS} of its 50,000 steps, no standard error`,
    () => {
      new LogisticRegression({ numSteps: STEPS, learningRate: 5e-4 }).train(features, target);
    },
    { iterations: 3, warmupIterations: 0 },
  );
});

/** Uniform columns and outcomes of a known model, from a fixed linear congruential generator. */
function sample() {
  let state = 12345;
  // Numerical Recipes' constants (W. Press et al., 3rd ed., 2007, §7.1.4).
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const values = new Float64Array(ROWS * COLUMNS).map(() => 2 * uniform() - 1);
  const outcome = new Float64Array(ROWS).map((_, i) => {
    const eta = values
      .subarray(i * COLUMNS, (i + 1) * COLUMNS)
      .reduce((sum, x, j) => sum + (j % 2 === 0 ? x : -x) / 2, -2);
    return uniform() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  });
  return { values, outcome };
}
