import { auc } from "../metrics/auc.js";
import { averagePrecision } from "../metrics/averagePrecision.js";
import { brier } from "../metrics/brier.js";
import { calibration } from "../metrics/calibration.js";
import { confusion } from "../metrics/confusion.js";
import { logLoss } from "../metrics/logLoss.js";
import {
  precisionRecallCurve,
  thinnedPrecisionRecallCurve,
} from "../metrics/precisionRecallCurve.js";
import { rocCurve, thinnedRocCurve } from "../metrics/rocCurve.js";
import type { Evaluation, Model } from "../model.js";

/**
 * How well probabilities announced outcomes (0 or 1), at the model's thresholds. Measures that one
 * class alone cannot give are NaN. Throws a VigieError when there is no row.
 */
export function evaluate(
  probability: Float64Array,
  outcome: Float64Array,
  { fort, modere }: Model["thresholds"],
): Evaluation {
  const { inTheLarge, slope, bins } = calibration(probability, outcome);
  return {
    rows: probability.length,
    events: outcome.reduce((sum, value) => sum + value, 0),
    auc: auc(probability, outcome),
    averagePrecision: averagePrecision(probability, outcome),
    brier: brier(probability, outcome),
    logLoss: logLoss(probability, outcome),
    calibration: { intercept: inTheLarge, slope, bins },
    roc: thinnedRocCurve(rocCurve(probability, outcome)),
    precisionRecall: thinnedPrecisionRecallCurve(precisionRecallCurve(probability, outcome)),
    confusion: {
      fort: confusion(probability, outcome, fort.value),
      modere: confusion(probability, outcome, modere.value),
    },
  };
}
