import { sigmoid } from "../logistic/sigmoid.js";
import type { RankedSample } from "./rankedSample.js";

/** Cox's two regressions (`calibration`), each row counted as often as its company is drawn. */
export interface Recalibration {
  inTheLarge: number;
  intercept: number;
  slope: number;
}

const MAX_STEPS = 25;
/** Far below the error of resampling. */
const STILL = 1e-9;
/** Log-odds no estimate goes past: beyond, the probabilities separate the outcomes. */
const FAR = 30;

/**
 * Newton's method from a good start, the estimates on the whole sample: two or three steps. NaN with
 * one class, with probabilities of 0 or 1, or when they separate the outcomes.
 */
export function recalibration(
  sample: RankedSample,
  counts: ArrayLike<number>,
  start: Recalibration = { inTheLarge: 0, intercept: 0, slope: 1 },
): Recalibration {
  const shift = solve(sample, counts, start.inTheLarge, 1, false);
  const line = solve(sample, counts, start.intercept, start.slope, true);
  return { inTheLarge: shift[0], intercept: line[0], slope: line[1] };
}

function solve(
  { rows, logOdds, outcome, cluster }: RankedSample,
  counts: ArrayLike<number>,
  fromIntercept: number,
  fromSlope: number,
  freeSlope: boolean,
): [number, number] {
  let [intercept, slope] = [fromIntercept, fromSlope];
  for (let step = 0; step < MAX_STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (let at = 0; at < rows; at++) {
      const weight = counts[cluster[at]!]!;
      if (weight === 0) continue;
      const x = logOdds[at]!;
      const p = sigmoid(intercept + slope * x);
      const residual = weight * (outcome[at]! - p);
      const curvature = weight * p * (1 - p);
      g0 += residual;
      g1 += residual * x;
      h00 += curvature;
      h01 += curvature * x;
      h11 += curvature * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const moveSlope = freeSlope ? (h00 * g1 - h01 * g0) / determinant : 0;
    const moveIntercept = freeSlope ? (h11 * g0 - h01 * g1) / determinant : g0 / h00;
    intercept += moveIntercept;
    slope += moveSlope;
    if (!(Math.abs(intercept) < FAR && Math.abs(slope) < FAR)) break;
    if (Math.abs(moveIntercept) + Math.abs(moveSlope) < STILL) return [intercept, slope];
  }
  return [Number.NaN, Number.NaN];
}
