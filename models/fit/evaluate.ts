import { auc } from "../../src/lib/metrics/auc.js";
import { averagePrecision } from "../../src/lib/metrics/averagePrecision.js";
import { brier } from "../../src/lib/metrics/brier.js";
import { calibration } from "../../src/lib/metrics/calibration.js";
import { confusion } from "../../src/lib/metrics/confusion.js";
import { logLoss } from "../../src/lib/metrics/logLoss.js";
import {
  precisionRecallCurve,
  thinnedPrecisionRecallCurve,
} from "../../src/lib/metrics/precisionRecallCurve.js";
import { rocCurve, thinnedRocCurve } from "../../src/lib/metrics/rocCurve.js";
import type { Evaluation, Model } from "../../src/lib/model.js";

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
