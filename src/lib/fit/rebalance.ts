import { drawn } from "./draw.js";
import type { Frame } from "./frame.js";

/** Rows kept of a training sample, and what their log-odds must be corrected by. */
export interface Rebalanced {
  /** Positions in the rows given. */
  kept: Int32Array;
  /** Added to the log-odds during the fit, so that estimates are those of the whole population. */
  offset: number;
}

/**
 * Keeps every event and a share of the other rows, drawn from siren, month and seed alone.
 *
 * Odds among the rows kept are those of the population divided by that share; an offset of their
 * logarithm in the fit leaves slopes as they are and puts the constant right (G. King, L. Zeng,
 * « Logistic Regression in Rare Events Data », Political Analysis 9, 2001, §4.1).
 */
export function rebalance(
  frame: Frame,
  rows: Int32Array,
  outcome: Float64Array,
  share: number,
  seed: number,
): Rebalanced {
  const all = Int32Array.from(rows.keys());
  if (share >= 1) return { kept: all, offset: 0 };
  const kept = all.filter((index) => {
    if (outcome[index] === 1) return true;
    const row = rows[index]!;
    return drawn(`${seed}:${frame.siren[row]}:${frame.month[row]}`)[0] < share;
  });
  return { kept, offset: priorOffset(eventRate(outcome), eventRate(pick(outcome, kept))) };
}

/** log(odds of the sample ÷ odds of the population), both given by their share of events. */
export function priorOffset(population: number, sample: number): number {
  return Math.log(sample / (1 - sample)) - Math.log(population / (1 - population));
}

function eventRate(outcome: Float64Array): number {
  return outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
}

function pick(values: Float64Array, positions: Int32Array): Float64Array {
  return Float64Array.from(positions, (position) => values[position]!);
}
