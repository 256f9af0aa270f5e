import type { Spec, SpecTerm } from "../../src/lib/fit/spec.js";
import { HORIZON_MONTHS } from "../../src/lib/horizon.js";
import { PUBLISHED_VARIABLES } from "../../src/lib/notebook/published2021.js";
import { PAYDEX_GROUPS } from "../features/paymentDelays.js";

const outcome = `Ouverture d’une procédure collective dans les ${HORIZON_MONTHS} mois`;

/** Classes of the delay in paying; the first, « no delay », is the reference. */
const [NO_DELAY, ...DELAYS] = PAYDEX_GROUPS;

const termOf = (feature: string): SpecTerm =>
  feature === "paydex_group"
    ? {
        feature,
        as: "levels",
        reference: NO_DELAY!.label.toLowerCase(),
        levels: DELAYS.map(({ name, label }) => ({
          name,
          label: `Retard de paiement : ${label.toLowerCase()}`,
          values: [name],
        })),
      }
    : { feature, as: "standardised" };

const terms = (kept: (small: boolean) => boolean): SpecTerm[] =>
  PUBLISHED_VARIABLES.flatMap(({ here, small }) => (here && kept(small) ? [termOf(here)] : []));

/** One regression, measures standardised as they are: scikit-learn’s `StandardScaler`, without clipping. */
const AS_PUBLISHED = { combine: "joint", clip: { lower: 0, upper: 1 } } as const;

const small: Spec = {
  ...AS_PUBLISHED,
  name: "publie-2021-small",
  outcome,
  population: {
    label: "Entreprises sans bilan exploitable, qui ne sont pas déjà en procédure collective",
    excludes: ["en_procedure"],
  },
  terms: terms((isSmall) => isSmall),
};

const full: Spec = {
  ...small,
  name: "publie-2021-default",
  population: {
    label: "Entreprises avec un bilan exploitable, qui ne sont pas déjà en procédure collective",
    excludes: ["en_procedure"],
  },
  terms: terms(() => true),
};

/**
 * The structure of the two logistic models of 2021 (predictsignauxfaibles, `models/default` and
 * `models/small`): same groups, same variables as far as open data have them
 * (`PUBLISHED_VARIABLES` tells what differs), no clipping before scaling. For study: unclipped extremes
 * weigh on its coefficients, and it cannot score a month without delays in paying.
 */
export const spec: Spec = {
  ...full,
  name: "publie-2021",
  population: {
    label: "Entreprises du périmètre qui ne sont pas déjà en procédure collective",
    excludes: ["en_procedure"],
  },
  fallback: { flag: "bilan_absent", from: full, to: small },
};
