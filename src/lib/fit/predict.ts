import { calibrate } from "../calibration.js";
import { sigmoid } from "../logistic/predict.js";
import type { Model, Term } from "../model.js";
import { encode } from "./encode.js";
import { type Frame, measure } from "./frame.js";

/** What a model says of some rows: one contribution a term but the intercept, in log-odds. */
export interface Prediction {
  /** The model's terms without the intercept, in order. */
  terms: Term[];
  /** By term, then by row: `estimate × (column − mean)`. */
  contributions: Float64Array[];
  /** Base plus the contributions of the row, added in the order of the terms. */
  eta: Float64Array;
  /** Of eta, after the calibration of the model. */
  probability: Float64Array;
}

/** Log-odds of a company equal to the training means: what contributions add to. */
export function baseOf(terms: readonly Pick<Term, "estimate" | "mean">[]): number {
  return terms.reduce((sum, { estimate, mean }) => sum + estimate * mean, 0);
}

/** Exact scores of some rows of a frame that holds the model's features. */
export function predict(
  model: Pick<Model, "terms" | "base"> & Partial<Pick<Model, "calibration">>,
  frame: Frame,
  rows: Int32Array,
): Prediction {
  const terms = model.terms.filter(({ transform }) => transform.kind !== "intercept");
  const eta = new Float64Array(rows.length).fill(model.base);
  const contributions = terms.map((term) => {
    const values = encode(term, frame, rows);
    const isOpen = gateOf(term, frame, rows);
    for (let row = 0; row < rows.length; row++) {
      values[row] = isOpen(row) ? term.estimate * (values[row]! - term.mean) : 0;
      eta[row]! += values[row]!;
    }
    return values;
  });
  const { map } = model.calibration ?? { map: { kind: "none" } as const };
  const probability = eta.map((value) => calibrate(map, sigmoid(value)));
  return { terms, contributions, eta, probability };
}

/** Whether a term speaks of the company of a row. */
export function gateOf({ gate }: Term, frame: Frame, rows: Int32Array): (row: number) => boolean {
  if (!gate) return () => true;
  const flag = measure(frame, gate.flag);
  return (row) => (flag[rows[row]!] === 1) === (gate.value === 1);
}
