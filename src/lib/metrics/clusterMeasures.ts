import type { RankedSample } from "./rankedSample.js";
import { FALSE_POSITIVE_RATES, rankMeasures, SHARES } from "./rankMeasures.js";
import { type Recalibration, recalibration } from "./recalibration.js";

/** Probabilities from which each level holds, and the β its F-measure favours recall by. */
export interface Cuts {
  fort: { value: number; beta: number };
  modere: { value: number; beta: number };
}

/** Every measure of a sample by name, in a fixed order; rates are shares, NaN when not defined. */
export type Measures = Record<string, number>;

/**
 * All measures of one (re)sample, each company counted `counts` times: event rate and mean
 * probability (equal when as many events come as announced); `auc`,
 * `averagePrecision`, `brier`, `logLoss`; `inTheLarge`, `intercept`, `slope` (`calibration`), `ece`
 * over ten bins of equal numbers and `hosmerLemeshow` (χ² on the same bins); `observed0`… by bin;
 * by level `alertRate`, `precision`, `recall`, `missRate` (false negatives over events), `fBeta`,
 * `balancedAccuracy`; `gain` (share of the events found) and `lift` in the highest shares; `tpr` at
 * given false-positive rates. `start` speeds Cox's regressions up (`recalibration`); null leaves
 * them out.
 */
export function clusterMeasures(
  sample: RankedSample,
  counts: ArrayLike<number>,
  cuts: Cuts,
  start?: Recalibration | null,
): Measures {
  const ranks = rankMeasures(sample, counts);
  const { rows, events } = ranks;
  const measures: Measures = {
    eventRate: events / rows,
    auc: ranks.auc,
    averagePrecision: ranks.averagePrecision,
    ...(start === null ? {} : recalibration(sample, counts, start)),
    ...losses(sample, counts, rows),
    ...binMeasures(sample, counts, rows),
  };
  for (const level of ["fort", "modere"] as const) {
    const { value, beta } = cuts[level];
    const { flagged, hits } = flaggedBy(sample, counts, value);
    const recall = hits / events;
    const falsePositiveRate = (flagged - hits) / (rows - events);
    measures[`${level}.alertRate`] = flagged / rows;
    measures[`${level}.precision`] = hits / flagged;
    measures[`${level}.recall`] = recall;
    measures[`${level}.missRate`] = 1 - recall;
    measures[`${level}.fBeta`] = ((1 + beta ** 2) * hits) / (flagged + beta ** 2 * events);
    measures[`${level}.balancedAccuracy`] = (recall + 1 - falsePositiveRate) / 2;
  }
  for (const [index, share] of SHARES.entries()) {
    measures[`gain@${share}`] = ranks.found[index]! / events;
    measures[`lift@${share}`] = ranks.found[index]! / events / share;
  }
  for (const [index, rate] of FALSE_POSITIVE_RATES.entries()) {
    measures[`tpr@${rate}`] = ranks.truePositiveRates[index]!;
  }
  return measures;
}

function losses(
  { probability, outcome, cluster }: RankedSample,
  counts: ArrayLike<number>,
  rows: number,
) {
  let [squares, logs, announced] = [0, 0, 0];
  for (let at = 0; at < probability.length; at++) {
    const weight = counts[cluster[at]!]!;
    if (weight === 0) continue;
    const p = probability[at]!;
    announced += weight * p;
    squares += weight * (outcome[at]! - p) ** 2;
    logs -= weight * (outcome[at] === 1 ? Math.log(p) : Math.log1p(-p));
  }
  return { brier: squares / rows, logLoss: logs / rows, meanPredicted: announced / rows };
}

function binMeasures(sample: RankedSample, counts: ArrayLike<number>, rows: number): Measures {
  const { bin, bins, probability, outcome, cluster } = sample;
  const size = new Float64Array(bins);
  const expected = new Float64Array(bins);
  const observed = new Float64Array(bins);
  for (let at = 0; at < sample.rows; at++) {
    const weight = counts[cluster[at]!]!;
    const index = bin[at]!;
    size[index]! += weight;
    expected[index]! += weight * probability[at]!;
    observed[index]! += weight * outcome[at]!;
  }
  const measures: Measures = { ece: 0, hosmerLemeshow: 0 };
  for (let index = 0; index < bins; index++) {
    const [n, e, o] = [size[index]!, expected[index]!, observed[index]!];
    measures.ece! += Math.abs(o - e) / rows;
    if (n > 0) measures.hosmerLemeshow! += (o - e) ** 2 / (e * (1 - e / n));
    measures[`observed${index}`] = o / n;
  }
  return measures;
}

/** Rows are sorted: the flagged ones come first. */
function flaggedBy(
  { probability, outcome, cluster }: RankedSample,
  counts: ArrayLike<number>,
  value: number,
) {
  let [flagged, hits] = [0, 0];
  for (let at = 0; at < probability.length && probability[at]! >= value; at++) {
    const weight = counts[cluster[at]!]!;
    flagged += weight;
    hits += weight * outcome[at]!;
  }
  return { flagged, hits };
}
