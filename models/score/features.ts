import type { FrameColumns } from "../../src/lib/fit/frame.js";
import type { Model } from "../../src/lib/model.js";
import { DEPARTEMENT } from "./bars.js";

/** The columns of the features file a model reads. */
export function featuresOf({
  terms,
  capacity,
}: Pick<Model, "terms"> & Partial<Pick<Model, "capacity">>): FrameColumns {
  const named = terms.filter(({ feature }) => feature !== "");
  const categories = named.filter(({ transform }) => transform.kind === "level");
  const measures = named.filter(({ transform }) => transform.kind !== "level");
  const flags = terms.flatMap(({ gate }) => (gate ? [gate.flag] : []));
  return {
    measures: [...new Set([...measures.map(({ feature }) => feature), ...flags])],
    categories: [
      ...new Set([...categories.map(({ feature }) => feature), ...(capacity ? [DEPARTEMENT] : [])]),
    ],
  };
}
