import type { CompleteSpec } from "./spec.js";

/** Weight of a row in the likelihood, by its outcome. */
export interface ClassWeights {
  event: number;
  other: number;
}

/**
 * Weights of both classes for a sample of outcomes (0 or 1); undefined when all rows weigh the same.
 * « balanced » gives both classes the same total, n / (2 n_class), as scikit-learn does.
 */
export function classWeightsOf(
  outcome: Float64Array,
  { classWeights }: Pick<CompleteSpec, "classWeights">,
): ClassWeights | undefined {
  if (classWeights === "none") return undefined;
  if (classWeights !== "balanced") return classWeights;
  const events = outcome.reduce((sum, value) => sum + value, 0);
  const others = outcome.length - events;
  return { event: outcome.length / (2 * events), other: outcome.length / (2 * others) };
}

/**
 * What weights add to the log-odds: among weighted rows the odds are those of the population times
 * the ratio of the weights. As an offset of the fit, it leaves the constant that of the population
 * (the prior correction of G. King, L. Zeng, « Logistic Regression in Rare Events Data », Political
 * Analysis 9, 2001, §4.1), so that probabilities stay shares of companies.
 */
export function weightOffset(weights: ClassWeights | undefined): number {
  return weights ? Math.log(weights.event / weights.other) : 0;
}

/** Weight of a row with an outcome of 0 or 1. */
export function weightOf(weights: ClassWeights | undefined, outcome: number): number {
  if (!weights) return 1;
  return outcome === 1 ? weights.event : weights.other;
}
