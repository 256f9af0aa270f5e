import { commonSectors, type Stratum, sumOf } from "./commonSectors.js";

/** Why a rate differs from that of the reference, in points of percent. */
export interface GapEffects {
  /** Because sectors do not weigh the same. */
  structure: number;
  /** Because rates differ within sectors. */
  own: number;
  /** What the sectors not published or absent leave: the gap of the totals less both. */
  rest: number;
}

/**
 * Splits the gap between two rates: structure is Σ (p − P)(r + R) ÷ 2 and own is Σ (r − R)(p + P) ÷ 2,
 * p and P being the shares of a sector in either denominator, so that both add up to the gap over the
 * sectors published on both sides (E. M. Kitagawa 1955, « Components of a Difference Between Two
 * Rates », JASA 50(272), pp. 1168-1194). `gap` is that of the totals. Null without such a sector.
 */
export function splitGap(
  strata: readonly Stratum[],
  reference: readonly Stratum[],
  gap: number,
): GapEffects | null {
  const known = commonSectors(strata, reference);
  const size = sumOf(known, (sector) => sector.size);
  const referenceSize = sumOf(known, (sector) => sector.referenceSize);
  if (size === 0) return null;
  const effects = known.map((sector) => {
    const [p, q] = [sector.size / size, sector.referenceSize / referenceSize];
    const [r, s] = [sector.rate, sector.referenceRate];
    return { structure: 50 * (p - q) * (r + s), own: 50 * (r - s) * (p + q) };
  });
  const structure = sumOf(effects, (effect) => effect.structure);
  const own = sumOf(effects, (effect) => effect.own);
  return { structure, own, rest: gap - structure - own };
}
