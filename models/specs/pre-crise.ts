import type { Spec, SpecTerm } from "../../src/lib/fit/spec.js";
import { spec as combinaison } from "./combinaison.js";
import { spec as defaut } from "./defaut.js";
import { spec as reduit } from "./reduit.js";

/** Delays in paying suppliers, known up to August 2025 (predictsignauxfaibles: paydex, paydex_yoy). */
const DELAYS: readonly SpecTerm[] = [
  { feature: "paydex_nb_jours", as: "standardised", mark: true },
  { feature: "paydex_yoy", as: "standardised" },
];

const withDelays = (spec: Spec): Spec => ({ ...spec, terms: [...spec.terms, ...DELAYS] });

/**
 * The same equations and delays in paying suppliers, learned before the crisis alone, as the service
 * did while State aid suspended failures (predictsignauxfaibles: training up to June 2018): what the
 * model says is then the risk in ordinary times. It needs extracts that go back to 2016.
 */
export const spec: Spec = {
  ...withDelays(combinaison),
  name: "pre-crise",
  fallback: { flag: "bilan_absent", from: withDelays(defaut), to: withDelays(reduit) },
  split: { training: { from: "2016-01", to: "2018-12" } },
};
