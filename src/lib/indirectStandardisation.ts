import { type Stratum, sumOf } from "./commonSectors.js";
import type { GapEffects } from "./gapEffects.js";
import { LEAST_COVERED, type Standardised } from "./standardisation.js";
import { wilsonInterval } from "./stats/wilson.js";
import type { Cell } from "./tables.js";

/** A territory or the reference: its total and, in the same order for both, its sectors. */
export interface RateBySector {
  total: Stratum;
  strata: readonly Stratum[];
}

/**
 * Indirect standardisation: the rate of a territory over the one it would have with the rates of the
 * reference in each of its sectors, times the rate of the reference (Breslow & Day 1987, « Statistical
 * Methods in Cancer Research II », § 2.3, IARC 82). It needs no rate by sector of the territory, so that
 * it holds where those are secret; two territories only compare when their sectors weigh alike. Sectors
 * whose size or national rate is hidden count at the rate of the rest of the reference, its total less
 * the others; nothing is given when the others make less than `LEAST_COVERED` of the territory, which
 * is what `covered` tells here. Bounds are those of Wilson for the rate, times the same ratio.
 */
export function standardiseIndirectly(
  territory: RateBySector,
  reference: RateBySector,
  countsCompanies: boolean,
): Standardised {
  const { rate, referenceRate, expected, covered } = expectedRate(territory, reference);
  const { numerator, denominator } = territory.total;
  if (rate === null || referenceRate === null || !expected || covered < LEAST_COVERED) {
    const hidden = [territory, reference].some((one) => cellsOf(one).includes("s"));
    return { value: hidden ? "s" : null, reference: null, covered, interval: null };
  }
  const scale = (100 * referenceRate) / expected;
  const [low, high] = wilsonInterval(Number(numerator), Number(denominator));
  return {
    value: scale * rate,
    reference: 100 * referenceRate,
    covered,
    interval: countsCompanies ? [scale * low, scale * high] : null,
  };
}

/**
 * The gap between two rates in points of percent: structure from the rate of the reference to the
 * expected one, own from there to the rate of the territory (ibid.). Null when nothing is given.
 */
export function splitGapIndirectly(
  territory: RateBySector,
  reference: RateBySector,
): GapEffects | null {
  const { rate, referenceRate, expected, covered } = expectedRate(territory, reference);
  if (rate === null || referenceRate === null || expected === null) return null;
  if (covered < LEAST_COVERED) return null;
  return { structure: 100 * (expected - referenceRate), own: 100 * (rate - expected), rest: 0 };
}

/** Rates from 0; `expected` is that of the territory if each of its sectors had the rate of the reference. */
interface Expectation {
  rate: number | null;
  referenceRate: number | null;
  expected: number | null;
  /** Share of the territory in sectors whose size and national rate are published. */
  covered: number;
}

function expectedRate(territory: RateBySector, reference: RateBySector): Expectation {
  const [rate, referenceRate] = [rateOf(territory.total), rateOf(reference.total)];
  const size = numberOf(territory.total.denominator);
  if (size === 0 || referenceRate === null) {
    return { rate, referenceRate, expected: null, covered: 0 };
  }
  const known = territory.strata.flatMap(({ denominator }, index) => {
    const theirs = reference.strata[index];
    const sectorRate = theirs ? rateOf(theirs) : null;
    if (typeof denominator !== "number" || !theirs || sectorRate === null) return [];
    return [{ size: denominator, sectorRate, theirs }];
  });
  const covered = Math.min(sumOf(known, (sector) => sector.size) / size, 1);
  const rest = rateOf({
    numerator: restOf(
      reference.total.numerator,
      known.map(({ theirs }) => theirs.numerator),
    ),
    denominator: restOf(
      reference.total.denominator,
      known.map(({ theirs }) => theirs.denominator),
    ),
  });
  const events = sumOf(known, (sector) => sector.size * sector.sectorRate);
  const expected = events / size + (1 - covered) * (rest ?? referenceRate);
  return { rate, referenceRate, expected, covered };
}

function restOf(total: Cell, parts: readonly Cell[]): number {
  return Math.max(numberOf(total) - sumOf(parts, numberOf), 0);
}

const numberOf = (cell: Cell): number => (typeof cell === "number" ? cell : 0);

function rateOf({ numerator, denominator }: Stratum): number | null {
  if (typeof numerator !== "number" || typeof denominator !== "number") return null;
  return denominator > 0 ? numerator / denominator : null;
}

const cellsOf = ({ total, strata }: RateBySector): Cell[] =>
  [total, ...strata].flatMap(({ numerator, denominator }) => [numerator, denominator]);
