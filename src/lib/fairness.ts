import type { Dimension } from "./evaluation.js";
import { formatPercent } from "./format/number.js";
import type { PublicSegment } from "./publicEvaluation.js";

export const DIMENSIONS: Record<Dimension, string> = {
  region: "Région",
  secteur: "Secteur",
  taille: "Taille",
  age: "Âge",
};

/** A rate of a segment that may be told, with its 95 % interval. */
export interface SegmentRate {
  label: string;
  group: string;
  value: number;
  low: number;
  high: number;
}

/** The segments whose rate and interval are both told, in the order of the report. */
export function segmentRates(
  segments: readonly PublicSegment[],
  rate: keyof typeof RATE_WORDS,
): SegmentRate[] {
  return segments.flatMap(({ dimension, label, [rate]: estimate }) => {
    const { value, low, high } = estimate ?? { value: null, low: null, high: null };
    if (value === null || low === null || high === null) return [];
    return [{ label, group: DIMENSIONS[dimension], value, low, high }];
  });
}

/**
 * The widest gap between two segments of one dimension whose intervals stay apart; undefined when
 * no two do. Intervals that stay apart are a stricter sign than a test of the gap at 5 %.
 */
export function widestGap(rates: readonly SegmentRate[]): [SegmentRate, SegmentRate] | undefined {
  const pairs = rates.flatMap((high) =>
    rates
      .filter((low) => low.group === high.group && high.low > low.high)
      .map((low): [SegmentRate, SegmentRate] => [high, low]),
  );
  return pairs.sort((a, b) => b[0].value - b[1].value - (a[0].value - a[1].value))[0];
}

/** What a rate by segment counts, in the plural. */
export const RATE_WORDS = {
  alertRate: "de cas signalés",
  missRate: "de défaillances manquées",
} as const;

/**
 * Title of a chart of rates by segment: two that stay apart, or else the one furthest from the whole
 * that its interval leaves out.
 */
export function fairnessFinding(
  rates: readonly SegmentRate[],
  rate: keyof typeof RATE_WORDS,
  whole: number,
): string {
  const words = RATE_WORDS[rate];
  const gap = widestGap(rates);
  if (gap) {
    const [high, low] = gap;
    return `« ${high.label} » : ${share(high.value)} ${words}, contre ${share(low.value)} pour « ${low.label} »`;
  }
  const [apart] = rates
    .filter(({ low, high }) => low > whole || high < whole)
    .sort((a, b) => Math.abs(b.value - whole) - Math.abs(a.value - whole));
  if (!apart) return `La part ${words} ne diffère pas nettement d’un groupe à l’autre`;
  return `« ${apart.label} » : ${share(apart.value)} ${words}, contre ${share(whole)} de l’ensemble`;
}

const share = (value: number): string => formatPercent(100 * value);
