import {
  type Dimension,
  SEGMENT_MEASURES,
  type Segment,
  type View,
} from "../../src/lib/evaluation.js";
import { calibrationBins } from "../../src/lib/metrics/calibrationBins.js";
import {
  type Estimate,
  type Estimates,
  estimates,
  resample,
} from "../../src/lib/metrics/clusterBootstrap.js";
import type { Cuts } from "../../src/lib/metrics/clusterMeasures.js";
import { hosmerLemeshow } from "../../src/lib/metrics/hosmerLemeshow.js";
import { rankedSample } from "../../src/lib/metrics/rankedSample.js";
import { FALSE_POSITIVE_RATES, SHARES } from "../../src/lib/metrics/rankMeasures.js";
import type { Segmentation } from "./segments.js";

/** Rows scored, with what became of them and who they are. */
export interface Scored {
  probability: Float64Array;
  outcome: Float64Array;
  siren: string[];
  /** Code of each row by dimension; empty when unknown. */
  segments: Segmentation;
}

export interface Resampling {
  replicates: number;
  segmentReplicates: number;
  seed: number;
}

/** Under this many companies with an event, rates of a segment say little: EPV rule of thumb of P. Peduzzi et al., J. Clin. Epidemiol. 49, 1996. */
const SMALL = 10;

/** All measures of some rows with their intervals, then those of each segment. */
export function viewOf(scored: Scored, cuts: Cuts, resampling: Resampling): View {
  const { probability, outcome, siren } = scored;
  const sample = rankedSample(probability, outcome, siren);
  const all = estimates(resample(sample, cuts, resampling));
  const { chi2, df, p } = hosmerLemeshow(probability, outcome);
  return {
    rows: sample.rows,
    companies: sample.clusters,
    events: outcome.reduce((sum, value) => sum + value, 0),
    measures: withoutDetails(all),
    hosmerLemeshow: { chi2, df, p },
    calibration: calibrationBins(probability, outcome, 10).map(({ n, meanPredicted }, index) => ({
      n,
      meanPredicted,
      observed: all[`observed${index}`]!,
    })),
    gains: SHARES.map((share) => ({
      share,
      gain: all[`gain@${share}`]!,
      lift: all[`lift@${share}`]!,
    })),
    roc: FALSE_POSITIVE_RATES.map((falsePositiveRate) => ({
      falsePositiveRate,
      truePositiveRate: all[`tpr@${falsePositiveRate}`]!,
    })),
    segments: segmentsOf(scored, cuts, resampling),
  };
}

/** What the curves hold is not said twice. */
function withoutDetails(all: Estimates): Estimates {
  const kept = Object.entries(all).filter(([name]) => !/^(observed|gain@|lift@|tpr@)/.test(name));
  return Object.fromEntries(kept);
}

function segmentsOf(scored: Scored, cuts: Cuts, resampling: Resampling): Segment[] {
  const found: Segment[] = [];
  for (const [dimension, { codes, labels }] of Object.entries(scored.segments)) {
    const rowsOf = new Map<string, number[]>();
    for (const [row, code] of codes.entries()) {
      if (code === "") continue;
      const rows = rowsOf.get(code) ?? [];
      rows.push(row);
      rowsOf.set(code, rows);
    }
    for (const [code, label] of labels) {
      const rows = rowsOf.get(code);
      if (!rows) continue;
      found.push({
        dimension: dimension as Dimension,
        code,
        label,
        ...segment(scored, rows, cuts, resampling),
      });
    }
  }
  return found;
}

function segment(
  scored: Scored,
  rows: number[],
  cuts: Cuts,
  { segmentReplicates, seed }: Resampling,
): Omit<Segment, "dimension" | "code" | "label"> {
  const probability = Float64Array.from(rows, (row) => scored.probability[row]!);
  const outcome = Float64Array.from(rows, (row) => scored.outcome[row]!);
  const siren = rows.map((row) => scored.siren[row]!);
  const sample = rankedSample(probability, outcome, siren);
  const all = estimates(
    resample(sample, cuts, { replicates: segmentReplicates, seed, slope: false }),
  );
  const companiesWhere = (test: (row: number) => boolean) =>
    new Set(siren.filter((_, row) => test(row))).size;
  const eventCompanies = companiesWhere((row) => outcome[row] === 1);
  return {
    rows: rows.length,
    companies: sample.clusters,
    events: outcome.reduce((sum, value) => sum + value, 0),
    eventCompanies,
    flaggedCompanies: companiesWhere((row) => probability[row]! >= cuts.modere.value),
    small: eventCompanies < SMALL,
    measures: pick(all, SEGMENT_MEASURES),
  };
}

/** Some estimates of all. */
export function pick<Name extends string>(
  all: Estimates,
  names: readonly Name[],
): Record<Name, Estimate> {
  return Object.fromEntries(names.map((name) => [name, all[name]!])) as Record<Name, Estimate>;
}
