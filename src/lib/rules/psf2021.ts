import { debtFeatures, debtRise } from "./debt.js";
import type { Rule } from "./rule.js";

/**
 * Lists of March to June 2021 (§4.6, `detteUrssaf`). The original compared the debt of January 2021 to
 * that of July 2020; here the six months end with the month scored.
 */
export const psf2021: Rule = {
  name: "dette_urssaf_2021",
  label: "Hausse de la dette sociale depuis six mois",
  author: "Signaux Faibles, plan de soutien et de relance",
  reason:
    "Pendant les reports de cotisations de la crise sanitaire, le modèle ne voyait pas les dettes nouvelles : une hausse de plus d’un cinquième d’une cotisation mensuelle relève le niveau.",
  from: "2021-03",
  to: "2021-06",
  effect: 1,
  reads: [...debtFeatures(0, 6), "cotisation_moy12m"],
  applies: (company) => company.value("cotisation_moy12m") > 0 && debtRise(company, 6) > 0.2,
};
