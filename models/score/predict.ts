import { sigmoid } from "../../src/lib/logistic/predict.js";
import type { Model, Term } from "../../src/lib/model.js";
import type { Frame } from "../frame.js";
import { encode } from "../terms/encode.js";

/** What a model says of some rows: one contribution a term but the intercept, in log-odds. */
export interface Prediction {
  /** The model's terms without the intercept, in order. */
  terms: Term[];
  /** By term, then by row: `estimate × (column − mean)`. */
  contributions: Float64Array[];
  /** Base plus the contributions of the row, added in the order of the terms. */
  eta: Float64Array;
  probability: Float64Array;
}

/** Log-odds of a company equal to the training means: what contributions add to. */
export function baseOf(terms: readonly Pick<Term, "estimate" | "mean">[]): number {
  return terms.reduce((sum, { estimate, mean }) => sum + estimate * mean, 0);
}

/** Exact scores of some rows of a frame that holds the model's features. */
export function predict(
  model: Pick<Model, "terms" | "base">,
  frame: Frame,
  rows: Int32Array,
): Prediction {
  const terms = model.terms.filter(({ transform }) => transform.kind !== "intercept");
  const eta = new Float64Array(rows.length).fill(model.base);
  const contributions = terms.map((term) => {
    const values = encode(term, frame, rows);
    for (let row = 0; row < rows.length; row++) {
      values[row] = term.estimate * (values[row]! - term.mean);
      eta[row]! += values[row]!;
    }
    return values;
  });
  return { terms, contributions, eta, probability: eta.map(sigmoid) };
}
