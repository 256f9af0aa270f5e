import { fitLogistic } from "../logistic/fit.js";
import { logit } from "../logistic/sigmoid.js";
import { compensatedSum } from "../stats/sum.js";
import { type CalibrationBin, calibrationBins } from "./calibrationBins.js";
import { checkScores } from "./scoreCuts.js";

/** How far probabilities mean what they say. */
export interface Calibration {
  /**
   * Calibration-in-the-large: intercept of a logistic regression with logit(p) as offset, 0 when
   * as many events as announced; in log-odds, positive when risk is understated.
   */
  inTheLarge: number;
  inTheLargeStdError: number;
  /** Intercept of the logistic regression of the outcome on logit(p), ideally 0. */
  intercept: number;
  /** Its slope, ideally 1; below, predictions are too extreme. */
  slope: number;
  slopeStdError: number;
  /** Events announced over events observed. */
  expectedOverObserved: number;
  bins: CalibrationBin[];
}

/**
 * Calibration of probabilities (D. R. Cox, « Two further applications of a model for binary
 * regression », Biometrika 45, 1958; B. Van Calster et al., BMC Medicine 17, 2019). The
 * regressions are NaN with one class only or when a probability is exactly 0 or 1; intercept and
 * slope when the probabilities separate the outcomes, the slope when all are equal.
 * @throws VigieError `metric-input`, as `scoreCuts` does.
 */
export function calibration(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  binCount = 10,
): Calibration {
  checkScores(probabilities, outcomes);
  const rows = probabilities.length;
  const logOdds = Float64Array.from(probabilities, logit);
  const events = Float64Array.from(outcomes);
  const expected = compensatedSum(rows, (i) => probabilities[i]!);
  const observed = compensatedSum(rows, (i) => events[i]!);
  return {
    ...recalibration(logOdds, events),
    expectedOverObserved: expected / observed,
    bins: calibrationBins(probabilities, outcomes, binCount),
  };
}

function recalibration(logOdds: Float64Array, events: Float64Array) {
  const rows = logOdds.length;
  if (!logOdds.every(Number.isFinite)) return NOT_DEFINED;
  const none = { names: [], rows, values: new Float64Array(0) };
  const shift = fitLogistic(none, events, { offset: logOdds });
  const line = fitLogistic({ names: ["logit"], rows, values: logOdds }, events);
  const inTheLarge = {
    inTheLarge: shift.estimates[0]!,
    inTheLargeStdError: shift.stdErrors[0]!,
  };
  // Not converged: one class, or probabilities that separate the outcomes perfectly.
  if (!line.converged) return { ...NOT_DEFINED, ...inTheLarge };
  return {
    ...inTheLarge,
    intercept: line.estimates[0]!,
    slope: line.estimates[1]!,
    slopeStdError: line.stdErrors[1]!,
  };
}

const NOT_DEFINED = {
  inTheLarge: NaN,
  inTheLargeStdError: NaN,
  intercept: NaN,
  slope: NaN,
  slopeStdError: NaN,
};
