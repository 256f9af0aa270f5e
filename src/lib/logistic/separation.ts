import type { Basis } from "./basis.js";
import { fillPredictor } from "./likelihood.js";
import type { Sample } from "./sample.js";
import { sigmoid } from "./sigmoid.js";

/** Below this change of the linear predictor, in log-odds, a row counts as left where it was. */
const STILL = 1e-7;

/**
 * On separated data Newton's step tends to a move of one log-odds for the separated rows that
 * still weigh (exp(−η) has gradient and curvature equal) and of zero for the others. Half of it,
 * and 99 % of the gradient's work done by rows that move the right way, tell that limit from a fit
 * with a few extreme rows, whose gradient comes from the other rows.
 */
const MOVING = 0.5;
const SHARE_OF_WORK = 0.99;

/**
 * The Newton step when it proves, up to `STILL`, that the data are separated: along it no row
 * with an event loses log-odds, no row without gains any, rows with both stay, and some move. The
 * likelihood then has no maximum (A. Albert, J. A. Anderson, « On the existence of maximum
 * likelihood estimates in logistic regression models », Biometrika 71, 1984). Null otherwise.
 */
export function divergingDirection(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  step: Float64Array,
): Float64Array | null {
  const move = new Float64Array(basis.rows);
  const eta = new Float64Array(basis.rows);
  fillPredictor(basis, step, undefined, 0, move);
  fillPredictor(basis, gamma, sample.offset, 0, eta);
  let largest = 0;
  let work = 0;
  let workOfMoving = 0;
  for (let i = 0; i < basis.rows; i++) {
    const y = sample.outcome[i]!;
    const gain = y === 1 ? move[i]! : y === 0 ? -move[i]! : -Math.abs(move[i]!);
    if (gain < -STILL) return null;
    const rowWork = sample.mass[i]! * (y - sigmoid(eta[i]!)) * move[i]!;
    work += rowWork;
    if (gain > STILL) workOfMoving += rowWork;
    largest = Math.max(largest, gain);
  }
  const proven = largest >= MOVING && workOfMoving >= SHARE_OF_WORK * work;
  return proven ? step : null;
}

/**
 * Raw parameters that change along a direction given in the basis, up to rounding: those whose
 * estimate can diverge.
 */
export function divergingParameters(basis: Basis, direction: Float64Array): number[] {
  const moving: number[] = [];
  for (let a = 0; a < basis.parameters; a++) {
    let change = 0;
    let magnitude = 0;
    for (let q = 0; q < basis.size; q++) {
      const part = basis.transform[a * basis.size + q]! * direction[q]!;
      change += part;
      magnitude += Math.abs(part);
    }
    const effect = Math.abs(change) * basis.spreads[a]!;
    if (Math.abs(change) > STILL * magnitude && effect > STILL) moving.push(a);
  }
  return moving;
}
