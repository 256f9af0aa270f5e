import { auc } from "../metrics/auc.js";
import { averagePrecision } from "../metrics/averagePrecision.js";
import { brier } from "../metrics/brier.js";
import { type CalibrationBin, calibrationBins } from "../metrics/calibrationBins.js";
import { delongInterval } from "../metrics/delong.js";
import { logLoss } from "../metrics/logLoss.js";
import {
  type PrecisionRecallPoint,
  precisionRecallCurve,
  thinnedPrecisionRecallCurve,
} from "../metrics/precisionRecallCurve.js";
import { type RocPoint, rocCurve, thinnedRocCurve } from "../metrics/rocCurve.js";
import type { Model } from "../model.js";
import { assemble } from "./assemble.js";
import { checkOutcome, checkWindow } from "./check.js";
import type { Describe } from "./describe.js";
import { type Frame, measure } from "./frame.js";
import { outcomeOf } from "./parts.js";
import { predict } from "./predict.js";
import { describeSample } from "./sample.js";
import type { Sheet } from "./sheet.js";
import type { CompleteSpec } from "./spec.js";
import { splitRows } from "./split.js";

/** A specification fitted to be looked at: its coefficients and what the test says, not its thresholds. */
export interface LabFit extends Pick<Model, "terms" | "base" | "parts" | "warnings"> {
  training: Model["training"];
  /** Without strong signals. */
  test: Model["training"];
  /** On the test, without strong signals. */
  measures: {
    auc: { value: number; low: number; high: number };
    averagePrecision: number;
    brier: number;
    logLoss: number;
    /** Means of the probability and of the outcome. */
    announced: number;
    observed: number;
  };
  roc: RocPoint[];
  precisionRecall: PrecisionRecallPoint[];
  calibration: CalibrationBin[];
}

/** The fit and the design of its first equation, for other trainers to fit the same rows. */
export interface LabResult {
  fit: LabFit;
  sheet: Sheet;
}

/** Groups of the calibration. */
const BINS = 10;

/**
 * The fit of `fitFrame`, same rows and same coefficients, without what only a model to publish needs:
 * thresholds, their calibration, the other way to combine groups. Throws a VigieError when a sample
 * holds no event.
 */
export function labFit(frame: Frame, spec: CompleteSpec, describe: Describe): LabResult {
  const split = splitRows(frame, spec);
  checkWindow(frame, spec, split.training);
  const strong = measure(frame, "strong_signal");
  const test = split.test.filter((row) => strong[row] !== 1);
  const outcome = outcomeOf(frame, test);
  checkOutcome(outcome, "de test");
  const learning = { rows: split.training, fold: split.fold };
  const { fits, terms, base, parts, warnings } = assemble(frame, learning, spec, {
    combine: spec.combine,
    inference: true,
    crossFit: false,
    describe,
  });
  const { probability } = predict({ terms, base }, frame, test);
  const [low, high] = delongInterval(probability, outcome);
  const mean = (values: Float64Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const fit: LabFit = {
    ...{ terms, base, parts, warnings },
    training: describeSample(frame, split.training),
    test: describeSample(frame, test),
    measures: {
      auc: { value: auc(probability, outcome), low, high },
      averagePrecision: averagePrecision(probability, outcome),
      brier: brier(probability, outcome),
      logLoss: logLoss(probability, outcome),
      announced: mean(probability),
      observed: mean(outcome),
    },
    roc: thinnedRocCurve(rocCurve(probability, outcome)),
    precisionRecall: thinnedPrecisionRecallCurve(precisionRecallCurve(probability, outcome)),
    calibration: calibrationBins(probability, outcome, BINS),
  };
  return { fit, sheet: fits[0]!.sheet };
}
