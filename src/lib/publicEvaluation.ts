import { type ChartedDrift, chartedDrift } from "./chartedDrift.js";
import type {
  Baseline,
  DescribedVariable,
  Dimension,
  Drift,
  EvaluationReport,
  Origin,
  PublishedPerformance,
  Segment,
  Verdict,
  View,
} from "./evaluation.js";
import type { Estimate } from "./metrics/clusterBootstrap.js";

/** What the public site says of an evaluation. */
export interface PublicEvaluation {
  test: { from: string; to: string };
  replicates: number;
  /** Without strong signals: the useful view. */
  auc: Estimate;
  averagePrecision: Estimate;
  gains: View["gains"];
  baselines: Baseline[];
  published: PublishedPerformance[];
  backtest: Origin[];
  fairness: PublicSegment[];
  variables: DescribedVariable[];
  drift: {
    name: string;
    label: string;
    inModel: boolean;
    month: string;
    psi: number;
    worst: Verdict;
    last: Verdict;
  }[];
  /** The same for a few of them, month by month. */
  driftByMonth: ChartedDrift;
}

/** A segment; `null` where too few companies are behind a rate to tell it. */
export interface PublicSegment {
  dimension: Dimension;
  label: string;
  companies: number | null;
  /** Flagged at either level. */
  alertRate: Estimate | null;
  /** Events that no level flagged. */
  missRate: Estimate | null;
}

/**
 * What may be published of an evaluation. Rates of a segment are told only when at least `least`
 * companies are behind each of its sides (flagged and not, with event and without): fewer could be
 * told apart. When that leaves one segment of a dimension out, the next smallest goes with it: the
 * total would give it back.
 */
export function publicEvaluation(report: EvaluationReport, least: number): PublicEvaluation {
  const { withoutStrongSignals: view, test, bootstrap } = report;
  return rounded({
    test,
    replicates: bootstrap.replicates,
    auc: view.measures.auc!,
    averagePrecision: view.measures.averagePrecision!,
    gains: view.gains,
    baselines: report.baselines,
    published: report.published,
    backtest: report.backtest,
    variables: report.variables,
    fairness: publicSegments(view.segments, least),
    drift: publicDrift(report.drift),
    driftByMonth: chartedDrift(report.drift, report.variables),
  });
}

/** Decimals published: intervals hold on fewer, and no long number can look like an identifier. */
const DECIMALS = 6;

/** The same value with its numbers rounded, at any depth. */
function rounded<Value>(value: Value): Value {
  if (typeof value === "number") return Number(value.toFixed(DECIMALS)) as Value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [name, rounded(own)]),
  ) as Value;
}

function publicSegments(segments: readonly Segment[], least: number): PublicSegment[] {
  const dimensions = [...new Set(segments.map(({ dimension }) => dimension))];
  return dimensions.flatMap((dimension) => {
    const own = segments.filter((segment) => segment.dimension === dimension);
    const counted = shown(own, ({ companies }) => companies >= least);
    const alerts = shown(own, ({ companies, flaggedCompanies: flagged }) =>
      isWide(flagged, companies, least),
    );
    const misses = shown(own, ({ companies, eventCompanies }) =>
      isWide(eventCompanies, companies, least),
    );
    return own.map((segment) => ({
      dimension,
      label: segment.label,
      companies: counted.has(segment) ? segment.companies : null,
      alertRate: alerts.has(segment) ? segment.measures["modere.alertRate"] : null,
      missRate: misses.has(segment) ? segment.measures["modere.missRate"] : null,
    }));
  });
}

/** Enough companies on both sides. */
function isWide(having: number, companies: number, least: number): boolean {
  return having >= least && companies - having >= least;
}

/** Segments that may be told; never all but one. */
function shown(segments: readonly Segment[], isTold: (segment: Segment) => boolean): Set<Segment> {
  const told = segments.filter(isTold);
  if (told.length !== segments.length - 1) return new Set(told);
  const smallest = Math.min(...told.map(({ companies }) => companies));
  return new Set(told.filter(({ companies }) => companies > smallest));
}

/** Variables that moved, at their worst month. */
function publicDrift({ months, variables }: Drift): PublicEvaluation["drift"] {
  return variables
    .filter(({ worst, name }) => worst !== "stable" || name === "score")
    .map(({ name, label, inModel, psi, worst, last }) => {
      const most = psi.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
      const month = months[psi.indexOf(most)] ?? "";
      return { name, label, inModel, month, psi: most, worst, last };
    });
}
