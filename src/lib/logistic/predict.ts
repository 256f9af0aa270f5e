import { VigieError } from "../error.js";
import type { Design } from "./design.js";
import { INTERCEPT, type LogisticFit } from "./fit.js";

export { logit, logSigmoid, sigmoid } from "./sigmoid.js";

/**
 * Linear predictor in log-odds of every row of `design`, plus the offset; NaN for a row with a
 * missing value. Aliased terms count for nothing, as in R's `predict`.
 * @throws VigieError `logistic-columns` when the columns are not those of the fit, in its order.
 */
export function linearPredictor(
  fit: Pick<LogisticFit, "names" | "estimates">,
  design: Design,
  offset?: Float64Array,
): Float64Array {
  const first = fit.names[0] === INTERCEPT ? 1 : 0;
  checkColumns(fit.names.slice(first), design.names);
  const width = design.names.length;
  const slopes = fit.estimates.subarray(first).map((slope) => (Number.isNaN(slope) ? 0 : slope));
  const eta = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    let value = first === 1 ? fit.estimates[0]! : 0;
    for (let j = 0; j < width; j++) value += slopes[j]! * design.values[row * width + j]!;
    eta[row] = value + (offset?.[row] ?? 0);
  }
  return eta;
}

function checkColumns(expected: string[], actual: string[]): void {
  if (expected.length === actual.length && expected.every((name, j) => name === actual[j])) return;
  throw new VigieError(
    "logistic-columns",
    `Colonnes du modèle : ${expected.join(", ")} ; colonnes reçues : ${actual.join(", ")}`,
    "Donnez les mêmes colonnes, dans le même ordre, que lors de l’estimation.",
  );
}
