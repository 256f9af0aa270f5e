import { DERIVED_FLAGS, type Input } from "./inputs.js";
import type { Shown } from "./profiles.js";
import { ruleFeatures } from "./ruleFeatures.js";
import type { Features } from "./scoreCompany.js";

/** The features that inputs stand for: scales undone, derived flags set, what the rules read added. */
export function featuresOf(inputs: readonly Input[], shown: Shown): Features {
  const features: Record<string, number | string | null> = {};
  for (const input of inputs) {
    const value = shown[input.name] ?? null;
    features[input.name] =
      input.kind === "number" && typeof value === "number" ? input.toFeature(value) : value;
  }
  for (const [flag, measure] of Object.entries(DERIVED_FLAGS)) {
    if (measure in features) features[flag] = Number(features[measure]) > 0 ? 1 : 0;
  }
  return ruleFeatures(features);
}
