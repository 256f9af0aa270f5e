import { type GapEffects, splitGap } from "./gapEffects.js";
import type { Indicator, IndicatorId } from "./indicators.js";
import { splitGapIndirectly, standardiseIndirectly } from "./indirectStandardisation.js";
import { indicatorOf } from "./labels.js";
import { type RateStrata, rateStrata } from "./rateStrata.js";
import { dissimilarity } from "./sectorMix.js";
import { type Standardised, standardise } from "./standardisation.js";
import { STANDARDISED_RATES, type StandardisedRate } from "./standardisedRates.js";
import type { Cell, StructuresTable, Territory } from "./tables.js";

/** Régions a région is compared with; ours: about a third of the seventeen others. */
export const MOST_ALIKE = 5;

/** A territory with one of its rates, as it is and with the sectors of France. */
export interface ComparedTerritory {
  territory: Territory;
  /** In percent. */
  raw: Cell;
  standardised: Standardised;
}

/** A région whose sectors are among the most like those of the one compared. */
export interface AlikeRegion extends ComparedTerritory {
  /** `dissimilarity` with it, over the denominator of the rate. */
  distance: number;
}

/** A région, France and the régions most like it. */
export interface RegionComparison {
  indicator: StandardisedRate;
  /** `YYYY-MM` */
  month: string;
  /** Of every standardised rate here: direct unless that hides one that the indirect way gives. */
  method: "direct" | "indirect";
  region: ComparedTerritory;
  /** Rate of France in percent: its standardised rate is itself. */
  france: Cell;
  /** At most {@link MOST_ALIKE}, the most alike first. */
  alike: AlikeRegion[];
  /** The one of `alike` whose standardised rate is best; null when a rise is neither good nor bad. */
  best: AlikeRegion | null;
  /** Of the gap between the région and France; null when either is not published. */
  effects: GapEffects | null;
}

/**
 * Compares a rate of a région with France and with the {@link MOST_ALIKE} régions whose companies (or
 * employees, or contributions: the denominator of the rate) are spread most alike over the sectors.
 * Rates are standardised directly where enough of them by sector are published, else all indirectly,
 * which is fair between régions chosen alike. The best comparable région is the one of them with the best published standardised rate. Null for
 * an indicator that is not one of `STANDARDISED_RATES` or that no source tells. Throws a RangeError
 * on an unknown région.
 */
export function compareRegion(
  { sectors, months, territories }: StructuresTable,
  code: string,
  id: IndicatorId,
): RegionComparison | null {
  const indicator = STANDARDISED_RATES.find((one) => one.id === id);
  const month = months[id];
  if (!indicator || month === undefined) return null;
  const places = territories.map(({ rates, ...territory }) => ({
    territory,
    ...rateStrata(sectors, rates[id]),
  }));
  const mine = places.find(({ territory }) => territory.code === code);
  const france = places.find(({ territory }) => territory.level === "france");
  if (!mine || !france) throw new RangeError(`no structure of ${code} and France`);
  const near = mostAlike(mine, places);
  const counts = countsCompanies(indicator);
  const method = methodFor(france, mine, near, counts);
  const compared = ({ territory, raw, ...one }: Placed) => ({
    territory,
    raw,
    standardised: METHODS[method](france, one, counts),
  });
  const alike = near.map((one) => ({ ...compared(one), distance: one.distance }));
  return {
    indicator,
    month,
    method,
    region: compared(mine),
    france: france.raw,
    alike,
    best: bestOf(alike, indicator.rise),
    effects: method === "direct" ? effectsOf(mine, france) : splitGapIndirectly(mine, france),
  };
}

type Placed = RateStrata & { territory: Territory };

const sizesOf = ({ total, strata }: Placed): Cell[] =>
  [total, ...strata].map(({ denominator }) => denominator);

function mostAlike(mine: Placed, places: readonly Placed[]): (Placed & { distance: number })[] {
  return places
    .filter(({ territory }) => territory.level === "region" && territory !== mine.territory)
    .flatMap((one) => {
      const distance = dissimilarity(sizesOf(mine), sizesOf(one));
      return distance === null ? [] : [{ ...one, distance }];
    })
    .sort((a, b) => a.distance - b.distance || byCode(a, b))
    .slice(0, MOST_ALIKE);
}

type BySector = Pick<Placed, "total" | "strata">;

const METHODS = {
  direct: (france: BySector, one: BySector, counts: boolean): Standardised =>
    standardise(one.strata, france.strata, france.total.denominator, counts),
  indirect: (france: BySector, one: BySector, counts: boolean): Standardised =>
    standardiseIndirectly(one, france, counts),
} as const;

function methodFor(
  france: Placed,
  mine: Placed,
  near: readonly Placed[],
  counts: boolean,
): keyof typeof METHODS {
  const isGiven = (method: keyof typeof METHODS) => (one: Placed) =>
    typeof METHODS[method](france, one, counts).value === "number";
  const others = near.filter(isGiven("indirect"));
  return [mine, ...others].every(isGiven("direct")) ? "direct" : "indirect";
}

/** True for companies counted among those of the denominator. */
function countsCompanies({ numerator, denominator }: StandardisedRate): boolean {
  return denominator === "entreprises" && indicatorOf(numerator).kind === "count";
}

function effectsOf(mine: Placed, france: Placed): GapEffects | null {
  if (typeof mine.raw !== "number" || typeof france.raw !== "number") return null;
  return splitGap(mine.strata, france.strata, mine.raw - france.raw);
}

function bestOf(alike: readonly AlikeRegion[], rise: Indicator["rise"]): AlikeRegion | null {
  if (rise === "neutral") return null;
  const sign = rise === "unfavourable" ? 1 : -1;
  const rank = ({ standardised: { value } }: AlikeRegion) =>
    typeof value === "number" ? sign * value : Number.POSITIVE_INFINITY;
  const published = alike.filter((one) => Number.isFinite(rank(one)));
  return published.sort((a, b) => rank(a) - rank(b) || byCode(a, b))[0] ?? null;
}

const byCode = (a: Pick<Placed, "territory">, b: Pick<Placed, "territory">): number =>
  a.territory.code < b.territory.code ? -1 : 1;
