import type { Level } from "../../src/lib/levels.js";
import type { Model } from "../../src/lib/model.js";

/** Alert level of a probability: a level holds from its threshold on. */
export function levelOf(probability: number, { fort, modere }: Model["thresholds"]): Level {
  if (probability >= fort.value) return "fort";
  return probability >= modere.value ? "modere" : "aucun";
}
