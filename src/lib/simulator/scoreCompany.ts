import type { Contribution } from "../agents.js";
import { calibrate } from "../calibration.js";
import { encodeValue } from "../encodeValue.js";
import type { VariableContribution } from "../explanation.js";
import { sigmoid } from "../logistic/sigmoid.js";
import type { Model, Term } from "../model.js";
import { contributionOf } from "../termInWords.js";

/** Features of one company by name: numbers (a flag is 1 or 0), texts for categories, null unknown. */
export type Features = Readonly<Record<string, number | string | null | undefined>>;

/** What a model says of one company. */
export interface CompanyScore {
  /** Log-odds: the base of the model plus the contributions, added in the order of the terms. */
  eta: number;
  /** Of eta, after the calibration of the model. */
  probability: number;
  /** Of the terms that speak of the company. */
  contributions: Contribution[];
  /** The same added up by variable. */
  variables: VariableContribution[];
}

/**
 * The score of one company where there is no frame: in a browser. Operation by operation that of
 * `models/score/predict.ts`; `test/lib/simulator/scoreCompany.test.ts` holds them together.
 */
export function scoreCompany(
  { terms, base, calibration }: Pick<Model, "terms" | "base" | "calibration">,
  features: Features,
): CompanyScore {
  let eta = base;
  const contributions: Contribution[] = [];
  for (const term of terms) {
    if (term.transform.kind === "intercept" || !speaksOf(term, features)) continue;
    const column = columnOf(term, features);
    const contribution = term.estimate * (column - term.mean);
    eta += contribution;
    const value = term.transform.kind === "level" ? column : numberOf(features[term.feature]);
    contributions.push(contributionOf(term, Number.isNaN(value) ? null : value, contribution));
  }
  const probability = calibrate(calibration.map, sigmoid(eta));
  return { eta, probability, contributions, variables: byVariable(contributions) };
}

/** Whether a term is in the equation that scores the company. */
export function speaksOf({ gate }: Pick<Term, "gate">, features: Features): boolean {
  return !gate || (numberOf(features[gate.flag]) === 1) === (gate.value === 1);
}

function columnOf({ feature, transform }: Term, features: Features): number {
  if (transform.kind !== "level") return encodeValue(transform, numberOf(features[feature]));
  return transform.values.includes(String(features[feature])) ? 1 : 0;
}

const numberOf = (value: Features[string]): number =>
  typeof value === "number" ? value : Number.NaN;

function byVariable(contributions: readonly Contribution[]): VariableContribution[] {
  const found = new Map<string, VariableContribution>();
  for (const { feature, group, contribution } of contributions) {
    const before = found.get(feature);
    found.set(feature, {
      variable: feature,
      group,
      columns: (before?.columns ?? 0) + 1,
      contribution: (before?.contribution ?? 0) + contribution,
      magnitude: (before?.magnitude ?? 0) + Math.abs(contribution),
    });
  }
  return [...found.values()];
}
