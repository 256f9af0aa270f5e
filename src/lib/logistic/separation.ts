import type { Basis } from "./basis.js";
import { fillPredictor } from "./likelihoodTotals.js";
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

/** Rows looked at together: most often the first few tell that the data are not separated. */
const BLOCK = 1024;

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
  let largest = 0;
  for (let start = 0; start < basis.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, basis.rows);
    fillPredictor(basis, step, undefined, start, move.subarray(start, end));
    for (let i = start; i < end; i++) {
      const gain = gainOf(sample.outcome[i]!, move[i]!);
      if (gain < -STILL) return null;
      largest = Math.max(largest, gain);
    }
  }
  if (largest < MOVING) return null;
  const eta = new Float64Array(basis.rows);
  fillPredictor(basis, gamma, sample.offset, 0, eta);
  let work = 0;
  let workOfMoving = 0;
  for (let i = 0; i < basis.rows; i++) {
    const y = sample.outcome[i]!;
    const rowWork = sample.mass[i]! * (y - sigmoid(eta[i]!)) * move[i]!;
    work += rowWork;
    if (gainOf(y, move[i]!) > STILL) workOfMoving += rowWork;
  }
  return workOfMoving >= SHARE_OF_WORK * work ? step : null;
}

/** How much a move goes the right way: a row with both events and others should stay. */
function gainOf(y: number, move: number): number {
  if (y === 1) return move;
  return y === 0 ? -move : -Math.abs(move);
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
