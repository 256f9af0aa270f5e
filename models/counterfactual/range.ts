import type { Range, Training, Values } from "../../src/lib/counterfactual/lever.js";

interface Realistic {
  values: Values;
  training: Training;
  step: number;
}

/**
 * How far a ratio may realistically go: to the mean of the training companies and no further, and by
 * one of their standard deviations at most. A company that is already there, whose ratio is empty or
 * which the model does not read has nothing to change.
 */
export function towardsMean(
  feature: string,
  direction: "up" | "down",
  { values, training, step }: Realistic,
): Range | undefined {
  const from = values(feature);
  const scale = training(feature);
  if (!scale || Number.isNaN(from)) return undefined;
  const { mean, sd } = scale;
  if (direction === "up")
    return from < mean ? { from, to: Math.min(mean, from + sd), step } : undefined;
  return from > mean ? { from, to: Math.max(mean, from - sd), step } : undefined;
}

/** Values shown of an amount on its way to zero, at most. */
const VALUES_SHOWN = 50;

/** Smallest amount spoken of, in euros. */
const LEAST_STEP = 1;

/** The smallest of 1, 2, 5, 10, 20… euros that leaves 50 values or fewer below an amount. */
export function readableStep(amount: number): number {
  const least = Math.max(amount / VALUES_SHOWN, LEAST_STEP);
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find((digit) => digit * power >= least)!;
}
