import { applyIsotonic, type IsotonicMap } from "./metrics/isotonic.js";
import { applyPlatt, type PlattMap } from "./metrics/platt.js";

/** What turns the probability of the log-odds into the probability shown; never decreasing. */
export type CalibrationMap =
  | { kind: "none" }
  | ({ kind: "platt" } & PlattMap)
  | ({ kind: "isotonic" } & IsotonicMap);

/** The probability shown for the probability of the log-odds. */
export function calibrate(map: CalibrationMap, probability: number): number {
  if (map.kind === "none") return probability;
  return map.kind === "platt" ? applyPlatt(map, probability) : applyIsotonic(map, probability);
}
