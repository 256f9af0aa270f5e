import { type CommonSector, commonSectors, type Stratum, sumOf } from "./commonSectors.js";
import { NORMAL_QUANTILE_975 } from "./stats/normal.js";
import type { Cell } from "./tables.js";

/** Least share of the reference that the sectors used must make; ours: a fifth missing may hold any gap. */
export const LEAST_COVERED = 0.8;

/** A rate as if the territory had the sectors of the reference. */
export interface Standardised {
  /** In percent; `"s"` or null when too little is published. */
  value: Cell;
  /** The rate of the reference itself over the same sectors, in percent; null with the value. */
  reference: number | null;
  /** Share of the reference (from 0 to 1) in the sectors used. */
  covered: number;
  /** 95 % bounds in percent; null unless numerators count some of the companies of the denominators. */
  interval: readonly [low: number, high: number] | null;
}

/**
 * Direct standardisation: Σ w r over the sectors, w being the share of a sector in the denominator of
 * the reference and r the rate of the territory (Breslow & Day 1987, « Statistical Methods in Cancer
 * Research II », § 2.2, IARC 82). A sector hidden on either side, or absent of the territory, has
 * no rate: shares are those among the others, and under {@link LEAST_COVERED} of the reference nothing
 * is given. `strata` and `reference` are by sector, in the same order; `total` is the denominator of
 * the reference, all sectors. Bounds are normal ones, each rate being a proportion of companies (ibid.).
 */
export function standardise(
  strata: readonly Stratum[],
  reference: readonly Stratum[],
  total: Cell,
  countsCompanies: boolean,
): Standardised {
  const known = commonSectors(strata, reference);
  const base = sumOf(known, ({ referenceSize }) => referenceSize);
  const covered = typeof total === "number" && total > 0 ? Math.min(base / total, 1) : 0;
  if (covered < LEAST_COVERED) {
    const hidden = [total, ...cellsOf(strata), ...cellsOf(reference)].includes("s");
    return { value: hidden ? "s" : null, reference: null, covered, interval: null };
  }
  const mean = (term: (sector: CommonSector) => number) =>
    sumOf(known, (sector) => (sector.referenceSize / base) * term(sector));
  const rate = mean(({ rate }) => rate);
  const variance = sumOf(
    known,
    ({ rate, size, referenceSize }) =>
      (referenceSize / base) ** 2 * (Math.max(rate * (1 - rate), 0) / size),
  );
  const half = NORMAL_QUANTILE_975 * Math.sqrt(variance);
  return {
    value: 100 * rate,
    reference: 100 * mean(({ referenceRate }) => referenceRate),
    covered,
    interval: countsCompanies ? [100 * Math.max(rate - half, 0), 100 * (rate + half)] : null,
  };
}

const cellsOf = (strata: readonly Stratum[]): Cell[] =>
  strata.flatMap(({ numerator, denominator }) => [numerator, denominator]);
