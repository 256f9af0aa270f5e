import type { Penalty } from "../logistic/regression.js";
import type { Combine } from "../model.js";
import type { Spec, SpecTerm } from "./spec.js";

/** How a variable enters the equation. */
export type Transform = "standardised" | "marked" | "indicator";

/** What is chosen in the lab. */
export interface LabChoices {
  name: string;
  /** By variable, in the order of the equation. */
  terms: readonly { feature: string; transform: Transform }[];
  /** Flags that put a row out of the population. */
  excludes: readonly string[];
  penalty: Exclude<Penalty, { kind: "shrinkage" }>;
  combine: Combine;
  testShare: number;
  testMonths: number;
  seed: number;
}

/** The specification of some choices; the label of its population says what is excluded. */
export function labSpec(
  { terms, testShare, testMonths, excludes, ...chosen }: LabChoices,
  outcome: string,
  population: string,
): Spec {
  return {
    name: chosen.name,
    outcome,
    population: { label: population, excludes: [...excludes] },
    terms: terms.map(termOf),
    combine: chosen.combine,
    penalty: chosen.penalty,
    split: { testShare, testMonths },
    seed: chosen.seed,
  };
}

function termOf({ feature, transform }: LabChoices["terms"][number]): SpecTerm {
  if (transform === "indicator") return { feature, as: "indicator" };
  return { feature, as: "standardised", ...(transform === "marked" ? { mark: true } : {}) };
}
