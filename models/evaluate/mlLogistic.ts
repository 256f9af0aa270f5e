import { fitMlLogistic } from "../../src/lib/fit/mlLogistic.js";
import type { Design } from "../../src/lib/logistic/design.js";
import { linearPredictor, sigmoid } from "../../src/lib/logistic/predict.js";

/** Gradient steps; the package's own default is 50,000, without a stopping rule. */
export const STEPS = 200;
/** Training rows it can be given in a few seconds. */
export const ROWS = 3_000;

/** Probabilities of the rows of `test` under the other trainer (`models/logit/mlLogistic.ts`). */
export async function mlLogistic(
  training: Design,
  outcome: Float64Array,
  test: Design,
): Promise<Float64Array> {
  const fit = await fitMlLogistic(training, outcome, { steps: STEPS });
  return linearPredictor(fit, test).map(sigmoid);
}
