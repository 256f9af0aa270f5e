import { type CalibrationMap, calibrate } from "../calibration.js";
import { fitIsotonic } from "../metrics/isotonic.js";
import { fitPlatt } from "../metrics/platt.js";
import type { Calibration } from "../model.js";
import type { CompleteSpec } from "./spec.js";

/** Probabilities of the training rows, each by a model that has not seen its company. */
export interface CrossFitted {
  probability: Float64Array;
  outcome: Float64Array;
  fold: Int32Array;
  siren: readonly string[];
}

const KINDS = ["none", "platt", "isotonic"] as const;

/**
 * The last step of the probability. Each candidate is fitted on all folds but one and judged on the
 * held one. Rule: nothing, unless a map lowers the mean log-loss by more than one standard error of
 * the fall, clustered by company; then the map of least loss (the « one standard error » rule of L.
 * Breiman et al., « Classification and Regression Trees », 1984, §3.4.3). A specification may impose it.
 */
export function chooseCalibration(
  sample: CrossFitted,
  { calibration }: Pick<CompleteSpec, "calibration">,
): Calibration {
  const plain = rowLosses(sample.probability, sample.outcome);
  const candidates = KINDS.map((kind) => {
    const losses = rowLosses(heldOut(sample, kind), sample.outcome);
    const falls = plain.map((loss, row) => loss - losses[row]!);
    return {
      kind,
      logLoss: finite(mean(losses)),
      gain: finite(mean(falls)),
      gainError: finite(clusteredError(falls, sample)),
    };
  });
  const better = candidates.filter(({ gain, gainError }) => (gain ?? 0) > (gainError ?? 0));
  const best = better.sort((a, b) => b.gain! - a.gain!)[0]?.kind ?? "none";
  return { map: fitMap(sample, calibration === "auto" ? best : calibration), candidates };
}

function fitMap(
  { probability, outcome }: Pick<CrossFitted, "probability" | "outcome">,
  kind: CalibrationMap["kind"],
): CalibrationMap {
  if (kind === "none") return { kind };
  return kind === "platt"
    ? { kind, ...fitPlatt(probability, outcome) }
    : { kind, ...fitIsotonic(probability, outcome) };
}

function heldOut(sample: CrossFitted, kind: CalibrationMap["kind"]): Float64Array {
  const { probability, outcome, fold } = sample;
  const calibrated = Float64Array.from(probability);
  for (const held of new Set(fold)) {
    const others = <Values extends Float64Array>(values: Values) =>
      values.filter((_, row) => fold[row] !== held);
    const map = fitMap({ probability: others(probability), outcome: others(outcome) }, kind);
    for (const [row, value] of probability.entries()) {
      if (fold[row] === held) calibrated[row] = calibrate(map, value);
    }
  }
  return calibrated;
}

function rowLosses(probability: Float64Array, outcome: Float64Array): Float64Array {
  return probability.map((p, row) => (outcome[row] === 1 ? -Math.log(p) : -Math.log1p(-p)));
}

/** Null when a probability of 0 or 1 was given to what did not happen: the loss is infinite. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard error of a mean over rows whose companies are drawn, not they. */
function clusteredError(values: Float64Array, { siren }: CrossFitted): number {
  const average = mean(values);
  const sums = new Map<string, number>();
  for (const [row, value] of values.entries()) {
    sums.set(siren[row]!, (sums.get(siren[row]!) ?? 0) + value - average);
  }
  const total = [...sums.values()].reduce((sum, value) => sum + value ** 2, 0);
  return Math.sqrt((total * sums.size) / (sums.size - 1)) / values.length;
}
