import type { Model } from "../model.js";
import { evaluate } from "./evaluate.js";
import { type Frame, measure } from "./frame.js";
import { outcomeOf } from "./parts.js";
import { predict } from "./predict.js";

/** How well a model does on the test rows, then on those without strong signals. */
export function bothViews(
  equation: Pick<Model, "terms" | "base" | "calibration">,
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
