import { HORIZON_MONTHS } from "../horizon.js";
import { type Month, monthText } from "../month.js";
import { drawn, WORD } from "./draw.js";
import { type Frame, measure } from "./frame.js";
import type { CompleteSpec } from "./spec.js";

/** Rows of a frame to learn from and to test on, and the months between them. */
export interface Split {
  training: Int32Array;
  /** Fold of each training row, from 0; a company is in one fold. */
  fold: Int32Array;
  /** Other companies, later months. */
  test: Int32Array;
  firstTestMonth: Month;
}

/**
 * Splits by company and by time at once (DOC algorithme-evaluation: the months of one company are
 * alike, and a model is used on months it has not seen).
 * - Test: the last months with a known outcome, of companies nothing else uses.
 * - Training: months whose whole horizon ends before the first test month, as if the model were
 *   fitted on the batch of that month; hence a gap of 18 months. The specification may narrow them.
 * Only rows with a known outcome; rows out of the population are in the test alone, and only those
 * with a strong signal, for the view that counts them.
 */
export function splitRows(frame: Frame, spec: CompleteSpec): Split {
  const outcome = measure(frame, "outcome");
  const excluded = spec.population.excludes.map((flag) => measure(frame, flag));
  const isExcluded = (row: number) => excluded.some((flag) => flag[row] === 1);
  const strong = measure(frame, "strong_signal");
  const firstTestMonth = lastKnownMonth(frame, outcome) - spec.split.testMonths + 1;
  const window = spec.split.training;
  const partOf = memoised((siren) => partOfSiren(siren, spec));
  const training: number[] = [];
  const fold: number[] = [];
  const test: number[] = [];
  for (let row = 0; row < frame.rows; row++) {
    if (Number.isNaN(outcome[row])) continue;
    const part = partOf(frame.siren[row]!);
    const month = frame.month[row]!;
    if (part === "test") {
      if (month >= firstTestMonth && (strong[row] === 1 || !isExcluded(row))) test.push(row);
      continue;
    }
    if (month + HORIZON_MONTHS >= firstTestMonth) continue;
    if (window && !isWithin(monthText(month), window)) continue;
    if (isExcluded(row)) continue;
    training.push(row);
    fold.push(part);
  }
  return {
    training: Int32Array.from(training),
    fold: Int32Array.from(fold),
    test: Int32Array.from(test),
    firstTestMonth,
  };
}

/**
 * Part of a company, the test or a training fold: it depends on its siren and the seed alone, so it
 * stays when other companies come.
 */
export function partOfSiren(siren: string, { seed, split }: CompleteSpec): "test" | number {
  const [place, fold] = drawn(`${seed}:${siren}`);
  return place < split.testShare ? "test" : (fold * WORD) % split.folds;
}

function isWithin(month: string, { from, to }: { from: string; to: string }): boolean {
  return month >= from && month <= to;
}

/** Last month with a known outcome; -∞ when there is none. */
export function lastKnownMonth(frame: Frame, outcome: Float64Array): Month {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < frame.rows; row++) {
    if (!Number.isNaN(outcome[row])) last = Math.max(last, frame.month[row]!);
  }
  return last;
}

function memoised<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
