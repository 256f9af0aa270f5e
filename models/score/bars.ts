import { category, type Frame } from "../../src/lib/fit/frame.js";
import type { Model } from "../../src/lib/model.js";
import { type Bars, barsIn, capacityThresholds } from "../../src/lib/thresholds.js";

/** Category a threshold by capacity is set by. */
export const DEPARTEMENT = "departement";

/** The thresholds of a model for every company, whatever its capacity. */
export function nationalBars({ thresholds }: Pick<Model, "thresholds">): Bars {
  return { fort: thresholds.fort.value, modere: thresholds.modere.value };
}

/**
 * The bars of each row: those of the model or, by capacity, « fort » where the best of its département
 * are. The frame is the whole population of a month: ranks depend on everyone.
 */
export function barsOf(
  model: Pick<Model, "thresholds" | "capacity">,
  frame: Frame,
  probability: Float64Array,
): (row: number) => Bars {
  const national = nationalBars(model);
  if (!model.capacity) return () => national;
  const departements = category(frame, DEPARTEMENT);
  const { modere } = national;
  const table = capacityThresholds(probability, departements, { ...model.capacity, modere });
  return (row) => barsIn(departements[row]!, table);
}
