import { quantileSorted } from "simple-statistics";
import { draws } from "../stats/draws.js";
import { type Cuts, clusterMeasures, type Measures } from "./clusterMeasures.js";
import type { RankedSample } from "./rankedSample.js";

/** A measure and its 95 % interval; null when it, or most of its resamples, are not defined. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

export type Estimates = Record<string, Estimate>;

/** A measure on the sample, then on each resample. */
export interface Resampled {
  measures: Measures;
  replicates: Measures[];
}

/**
 * Cluster bootstrap: companies are drawn with replacement, each with all its months, for the months
 * of a company are alike and rows are not independent (A. C. Davison and D. V. Hinkley, Bootstrap
 * Methods and their Application, 1997, §3.8; C. Field and A. Welsh, JRSS B 69, 2007). Companies are
 * numbered whatever their scores: with the same rows and seed, two scores meet the same resamples
 * and can be compared pair by pair. `slope: false` leaves out Cox's regressions, which are slow.
 */
export function resample(
  sample: RankedSample,
  cuts: Cuts,
  { replicates, seed, slope = true }: { replicates: number; seed: number; slope?: boolean },
): Resampled {
  const once = new Uint16Array(sample.clusters).fill(1);
  const measures = clusterMeasures(sample, once, cuts, slope ? undefined : null);
  const start = slope && {
    inTheLarge: measures.inTheLarge || 0,
    intercept: measures.intercept || 0,
    slope: measures.slope || 1,
  };
  const draw = draws(seed);
  const counts = new Uint16Array(sample.clusters);
  const all: Measures[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    counts.fill(0);
    for (let n = 0; n < counts.length; n++) counts[draw(counts.length)]!++;
    all.push(clusterMeasures(sample, counts, cuts, start || null));
  }
  return { measures, replicates: all };
}

/**
 * Measures that are sums of distances: drawing adds to them, so that percentiles lie too high. Their
 * interval is the basic one, [2θ − q(0.975), 2θ − q(0.025)] cut at 0 (Davison and Hinkley, §5.2).
 */
const DISTANCES = new Set(["ece", "hosmerLemeshow"]);

/** Percentile intervals at 95 % (basic ones for distances), from resamples. */
export function estimates({ measures, replicates }: Resampled): Estimates {
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => {
      const values = replicates.map((replicate) => replicate[name]!);
      return [name, estimate(value, values, DISTANCES.has(name))];
    }),
  );
}

/** Share of resamples in which a measure must be defined for its interval to be given. Ours. */
const DEFINED = 0.9;

/** A value and the interval of its resamples. */
export function estimate(
  value: number,
  resampled: readonly number[],
  isDistance = false,
): Estimate {
  if (!Number.isFinite(value)) return { value: null, low: null, high: null };
  const sorted = resampled.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.length < DEFINED * resampled.length) {
    return { value, low: null, high: null };
  }
  const [low, high] = [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
  if (!isDistance) return { value, low, high };
  return { value, low: Math.max(0, 2 * value - high), high: Math.max(0, 2 * value - low) };
}
