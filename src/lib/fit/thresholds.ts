import { bestThreshold } from "../metrics/fBeta.js";
import type { Model, Threshold } from "../model.js";
import type { CompleteSpec } from "./spec.js";

/**
 * The two alert thresholds, among the probabilities given: « fort » maximises the
 * F-measure that favours precision, « modéré » the one that favours recall (DOC, evaluation-modele).
 * With more weight on recall the optimum flags at least as many rows, so « modéré » never exceeds
 * « fort ».
 */
export function chooseThresholds(
  probability: Float64Array,
  outcome: Float64Array,
  { beta }: CompleteSpec,
): Model["thresholds"] {
  const choose = (weight: number): Threshold => {
    const best = bestThreshold(probability, outcome, weight);
    const { threshold, value, precision, recall } = best;
    return { value: threshold, beta: weight, fBeta: value, precision, recall };
  };
  return { fort: choose(beta.fort), modere: choose(beta.modere) };
}
