import { type CalibrationMap, calibrate } from "../calibration.js";
import { sigmoid } from "../logistic/sigmoid.js";

/** Log-odds beyond which the probability is 0 or 1 in double precision (exp(−746) is 0). */
const FAR = 746;

/**
 * The largest log-odds whose calibrated probability is below a threshold, to the last bit: the next
 * double reaches it. Found by bisection, which needs of the map only that it never decreases, so
 * that the flats and steps of an isotonic map are exact. −∞ when no log-odds are below, +∞ when all.
 */
export function lastEtaBelow(map: CalibrationMap, threshold: number): number {
  const isBelow = (eta: number): boolean => calibrate(map, sigmoid(eta)) < threshold;
  if (!isBelow(-FAR)) return Number.NEGATIVE_INFINITY;
  if (isBelow(FAR)) return Number.POSITIVE_INFINITY;
  let [below, above] = [-FAR, FAR];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) return below;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
}
