import { HORIZON_MONTHS } from "../features/outcome.js";
import type { Spec } from "./spec.js";

/**
 * The default model: the groups of the service's logistic models of 2021-2023 (predictsignauxfaibles,
 * models/default), with measures clipped before they are scaled, missing balance sheets marked
 * instead of filled with zeros, and the open ratios of `ratios_inpi_bce` in place of Diane's.
 * Ratios that say the same thing twice (current result beside self-financing, indebtedness and
 * liquidity beside autonomy) are left out: together, their signs stop meaning anything.
 * Sectors are gathered as the Banque de France does to follow insolvencies; trade is the reference.
 */
export const spec: Spec = {
  name: "defaut",
  outcome: `Ouverture d’une procédure collective dans les ${HORIZON_MONTHS} mois`,
  population: {
    label:
      "Entreprises du périmètre qui emploient au moins une personne et ne sont pas déjà en procédure collective",
    excludes: ["en_procedure"],
  },
  terms: [
    { feature: "dette_presente", as: "indicator" },
    { feature: "ratio_dette", as: "standardised" },
    { feature: "avg_delta_dette_par_effectif", as: "standardised" },
    { feature: "delai_en_cours", as: "indicator" },
    { feature: "ratio_apart_ordinaire", as: "standardised" },
    { feature: "effectif_log", as: "standardised" },
    { feature: "effectif_variation_6m", as: "standardised" },
    { feature: "effectif_variation_12m", as: "standardised", mark: true },
    { feature: "bilan_absent", as: "indicator" },
    { feature: "autonomie_financiere", as: "standardised" },
    { feature: "caf_sur_ca", as: "standardised" },
    { feature: "age_entreprise", as: "standardised" },
    {
      feature: "section",
      as: "levels",
      reference: "commerce",
      levels: [
        { name: "industrie", label: "Industrie", values: ["B", "C", "D", "E"] },
        { name: "construction", label: "Construction", values: ["F"] },
        { name: "transports", label: "Transports et entreposage", values: ["H"] },
        { name: "hebergement", label: "Hébergement et restauration", values: ["I"] },
        {
          name: "services_entreprises",
          label: "Services aux entreprises, information, immobilier",
          values: ["J", "K", "L", "M", "N"],
        },
        {
          name: "autres",
          label: "Agriculture, enseignement, santé et services aux ménages",
          values: ["A", "O", "P", "Q", "R", "S", "T", "U"],
        },
      ],
    },
  ],
};
