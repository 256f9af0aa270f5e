import type { Spec } from "../../src/lib/fit/spec.js";
import { spec as reduit } from "./reduit.js";

/**
 * The model of companies with a usable balance sheet: the groups of the service's logistic models of
 * 2021-2023 (predictsignauxfaibles, models/default), with measures clipped before they are scaled and
 * the open ratios of `ratios_inpi_bce` in place of Diane's.
 * Ratios that say the same thing twice (current result beside self-financing, indebtedness and
 * liquidity beside autonomy) are left out: together, their signs stop meaning anything.
 */
export const spec: Spec = {
  ...reduit,
  name: "defaut",
  population: {
    label:
      "Entreprises du périmètre qui emploient au moins une personne, ont un bilan exploitable et ne sont pas déjà en procédure collective",
    excludes: ["en_procedure", "bilan_absent"],
  },
  terms: [
    ...reduit.terms,
    { feature: "autonomie_financiere", as: "standardised" },
    { feature: "caf_sur_ca", as: "standardised" },
  ],
};
