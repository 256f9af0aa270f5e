import { logit } from "../logistic/sigmoid.js";
import { calibrationBins } from "./calibrationBins.js";
import { checkScores } from "./scoreCuts.js";

/** Scored rows in the order all measures read them: by probability, from the highest down. */
export interface RankedSample {
  rows: number;
  /** Index in the arrays given of each row. */
  order: Int32Array;
  probability: Float64Array;
  outcome: Uint8Array;
  logOdds: Float64Array;
  /** Company of each row, numbered from 0 in the order of the rows given, whatever their scores. */
  cluster: Int32Array;
  clusters: number;
  /** Calibration bin of each row, as `calibrationBins` cuts them: from 0, lowest probabilities first. */
  bin: Uint8Array;
  bins: number;
}

const BINS = 10;

/**
 * Sorts rows once, so that each resampling only reads them. `keys` names the company of each row.
 * @throws VigieError `metric-input`, as `scoreCuts` does.
 */
export function rankedSample(
  probability: ArrayLike<number>,
  outcome: ArrayLike<number>,
  keys: ArrayLike<string>,
): RankedSample {
  checkScores(probability, outcome);
  const rows = probability.length;
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  order.sort((a, b) => probability[b]! - probability[a]! || a - b);
  const known = new Map<string, number>();
  const numbers = Int32Array.from({ length: rows }, (_, row) => numberOf(known, keys[row]!));
  const bins = calibrationBins(probability, outcome, BINS);
  const bin = new Uint8Array(rows);
  let at = rows;
  for (const [index, { n }] of bins.entries()) {
    bin.fill(index, at - n, at);
    at -= n;
  }
  return {
    rows,
    order,
    probability: Float64Array.from(order, (row) => probability[row]!),
    outcome: Uint8Array.from(order, (row) => outcome[row]!),
    logOdds: Float64Array.from(order, (row) => logit(probability[row]!)),
    cluster: Int32Array.from(order, (row) => numbers[row]!),
    clusters: known.size,
    bin,
    bins: bins.length,
  };
}

function numberOf(known: Map<string, number>, key: string): number {
  const number = known.get(key) ?? known.size;
  known.set(key, number);
  return number;
}
