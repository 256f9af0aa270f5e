import type { Spec } from "../../src/lib/fit/spec.js";
import { HORIZON_MONTHS } from "../../src/lib/horizon.js";
import { SECTORS } from "./sectors.js";

/**
 * The model without balance sheets: what the Urssaf, short-time work and Sirene say of any company.
 * Delays in paying suppliers are left out: the source stopped in September 2025, and a model that
 * reads them could not score a later month (`pre-crise` has them). It follows the service's `small` models (predictsignauxfaibles, models/small).
 */
export const spec: Spec = {
  name: "reduit",
  outcome: `Ouverture d’une procédure collective dans les ${HORIZON_MONTHS} mois`,
  population: {
    label:
      "Entreprises du périmètre qui emploient au moins une personne et ne sont pas déjà en procédure collective, notées sans leur bilan",
    excludes: ["en_procedure"],
  },
  terms: [
    { feature: "dette_presente", as: "indicator" },
    { feature: "ratio_dette", as: "standardised" },
    { feature: "avg_delta_dette_par_effectif", as: "standardised" },
    { feature: "delai_en_cours", as: "indicator" },
    { feature: "ratio_apart_ordinaire", as: "standardised" },
    { feature: "effectif_variation_6m", as: "standardised" },
    { feature: "effectif_variation_12m", as: "standardised", mark: true },
    { feature: "effectif_log", as: "standardised" },
    { feature: "age_entreprise", as: "standardised" },
    SECTORS,
  ],
};
