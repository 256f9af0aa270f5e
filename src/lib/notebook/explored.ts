import { classCounts, monthDrift } from "../drift.js";
import type { Verdict } from "../evaluation.js";
import { auc } from "../metrics/auc.js";
import { monotoneCuts } from "../metrics/monotoneCuts.js";
import { type EvidenceBin, weightOfEvidence } from "../metrics/weightOfEvidence.js";
import { monthOf } from "../month.js";
import { quantileCuts } from "../quantiles.js";

/** Rows of a variable, as a notebook reads them. */
export interface ExploredRows {
  values: ArrayLike<number | null>;
  /** What became of the company; null while it is not known. */
  outcome: ArrayLike<boolean | null>;
  /** Difficulties already declared that month: left out of all but the drift. */
  strong: ArrayLike<boolean | null>;
  dates: ArrayLike<Date>;
}

/** What a variable says of the outcome, and how steady it is. */
export interface Explored {
  /** Rows with a known outcome and without a strong signal. */
  rows: number;
  events: number;
  /** Share of them without a value. */
  missing: number;
  /** Share of events among those without a value; NaN when none misses. */
  rateWhenMissing: number;
  rateWhenKnown: number;
  /** Between the bins of the weight of evidence, increasing. */
  cuts: number[];
  bins: EvidenceBin[];
  /** Whether risk rises with the variable, on these bins. */
  rising: boolean;
  iv: number;
  /** Of the variable alone, taken in the direction where it tells: 0.5 when it tells nothing. */
  auc: number;
  /** Values of each outcome at these quantiles. */
  quantiles: { share: number; events: number; others: number }[];
  /** By month, against the first year. */
  drift: { month: string; psi: number; verdict: Verdict }[];
}

/** N. Siddiqi, « Credit Risk Scorecards », 2006, p. 81: below, a predictor is useless, weak, medium, strong; above, too good to be true. */
export const INFORMATION_LIMITS = {
  weak: 0.02,
  medium: 0.1,
  strong: 0.3,
  suspicious: 0.5,
} as const;

/** Bins before those that break the order are pooled. */
const BINS = 20;
/** Classes of the drift: deciles. */
const CLASSES = 10;
const QUANTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
/** Months that the others are compared with. */
const REFERENCE_MONTHS = 12;

/** Explores one numeric variable. Throws a VigieError `metric-input` when no row has an event. */
export function explored({ values, outcome, strong, dates }: ExploredRows): Explored {
  const kept: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (outcome[row] !== null && strong[row] !== true) kept.push(row);
  }
  const outcomes = Uint8Array.from(kept, (row) => (outcome[row] ? 1 : 0));
  const numbers = Float64Array.from(kept, (row) => values[row] ?? Number.NaN);
  const isKnown = (at: number) => !Number.isNaN(numbers[at]!);
  const positions = Array.from(kept, (_, at) => at);
  const known = positions.filter(isKnown);
  const events = sum(outcomes);
  const knownValues = known.map((at) => numbers[at]!);
  const knownOutcomes = known.map((at) => outcomes[at]!);
  const knownEvents = sum(knownOutcomes);
  const cuts = monotoneCuts(numbers, outcomes, quantileCuts(knownValues, BINS));
  const { bins, iv } = weightOfEvidence(numbers, outcomes, cuts);
  const isBinary = knownEvents > 0 && knownEvents < known.length;
  const area = isBinary ? auc(knownValues, knownOutcomes) : 0.5;
  return {
    rows: kept.length,
    events,
    missing: 1 - known.length / kept.length,
    rateWhenMissing: (events - knownEvents) / (kept.length - known.length),
    rateWhenKnown: knownEvents / known.length,
    cuts,
    bins,
    rising: bins.at(-1)!.woe > bins[0]!.woe,
    iv: cuts.length === 0 ? 0 : iv,
    auc: Math.max(area, 1 - area),
    quantiles: quantilesByOutcome(knownValues, knownOutcomes),
    drift: driftByMonth(values, dates),
  };
}

function quantilesByOutcome(
  values: readonly number[],
  outcomes: readonly number[],
): Explored["quantiles"] {
  const sorted = (event: number) =>
    Float64Array.from(values.filter((_, at) => outcomes[at] === event)).sort();
  const [others, events] = [sorted(0), sorted(1)];
  const at = (group: Float64Array, share: number) => group[Math.floor(share * (group.length - 1))]!;
  return QUANTILES.map((share) => ({
    share,
    events: at(events, share),
    others: at(others, share),
  }));
}

function driftByMonth(values: ArrayLike<number | null>, dates: ArrayLike<Date>): Explored["drift"] {
  const byMonth = new Map<string, number[]>();
  for (let row = 0; row < values.length; row++) {
    const month = dates[row]!.toISOString().slice(0, 7);
    const list = byMonth.get(month) ?? [];
    list.push(values[row] ?? Number.NaN);
    byMonth.set(month, list);
  }
  const months = [...byMonth.keys()].sort();
  const end = monthOf(months[0]!) + REFERENCE_MONTHS;
  const first = months
    .filter((month) => monthOf(month) < end)
    .flatMap((month) => byMonth.get(month)!);
  const cuts = quantileCuts(
    first.filter((value) => !Number.isNaN(value)),
    CLASSES,
  );
  const reference = classCounts(first, cuts);
  return months.flatMap((month) => {
    const drift = monthDrift(reference, classCounts(byMonth.get(month)!, cuts));
    return drift ? [{ month, ...drift }] : [];
  });
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
};
