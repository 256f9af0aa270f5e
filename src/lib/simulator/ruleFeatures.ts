import { DELTA_MONTHS, PAST_DEBT } from "./debtMonths.js";
import type { NumberInput } from "./inputs.js";
import type { Features } from "./scoreCompany.js";

/** Read by the expert rules alone: it turns months of contributions into euros. */
export const CONTRIBUTION_INPUT: NumberInput = {
  kind: "number",
  name: "cotisation_moy12m",
  group: "dette_sociale",
  label: "Cotisation mensuelle moyenne (lue par les seules règles d’experts)",
  unit: "€",
  min: 0,
  max: 500_000,
  step: 500,
  ordinary: 20_000,
  mayBeUnknown: false,
  toFeature: (shown) => shown,
  deviation: Number.POSITIVE_INFINITY,
};

/**
 * What the rules read beyond the model, as far as the inputs tell: the debt of today, of three months
 * ago, and the monthly contribution, in euros. The debt is told whole, on the employer’s part: rules add both
 * parts. The staff is taken as constant. Months that are not told stay absent, and the rules that
 * read them are left alone.
 */
export function ruleFeatures(features: Features): Features {
  const number = (name: string): number => {
    const value = features[name];
    return typeof value === "number" ? value : Number.NaN;
  };
  const debt = number("ratio_dette") * number("cotisation_moy12m");
  const rise =
    number("avg_delta_dette_par_effectif") * DELTA_MONTHS * Math.exp(number("effectif_log"));
  return {
    ...features,
    montant_part_ouvriere: 0,
    montant_part_patronale: debt,
    [`montant_part_ouvriere${PAST_DEBT}`]: 0,
    [`montant_part_patronale${PAST_DEBT}`]: Math.max(0, debt - rise),
  };
}
