import { logChoose } from "../stats/logFactorial.js";
import { compensatedSum } from "../stats/sum.js";
import type { Sample } from "./sample.js";

/**
 * Sum of case weight × ln C(trials, events): what R's log-likelihood adds to its kernel when rows
 * are groups (`binomial()$aic` calls `dbinom`; counts are rounded there and here). 0 without
 * trials. Unlike R, which takes case weights for trials, weights that are not counts change
 * nothing here.
 */
export function binomialConstant(sample: Sample): number {
  const { trials, weights, outcome } = sample;
  if (!trials) return 0;
  return compensatedSum(sample.rows, (i) => {
    const total = Math.round(trials[i]!);
    return (weights?.[i] ?? 1) * logChoose(total, Math.round(trials[i]! * outcome[i]!));
  });
}
