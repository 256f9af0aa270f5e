import type { Spec } from "../../src/lib/fit/spec.js";
import { spec as defaut } from "./defaut.js";
import { spec as reduit } from "./reduit.js";

/**
 * Everyone, by the equation that suits: `defaut` with a usable balance sheet, `reduit` without, as
 * the service merged the lists of its `default` and `small` models (documentation, §4.2: LAKE
 * `predictions.py`). Each equation learns from the companies it scores, so that both probabilities
 * mean the same thing and the thresholds hold for all.
 */
export const spec: Spec = {
  ...defaut,
  name: "combinaison",
  population: {
    label:
      "Entreprises du périmètre qui emploient au moins une personne et ne sont pas déjà en procédure collective",
    excludes: ["en_procedure"],
  },
  fallback: { flag: "bilan_absent", from: defaut, to: reduit },
};
