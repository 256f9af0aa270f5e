import type { Stratum } from "./commonSectors.js";
import { ALL_SECTORS } from "./naf.js";
import type { Cell, RateParts } from "./tables.js";

/** A rate of a territory by sector. */
export interface RateStrata {
  /** All sectors together, their rate in percent. */
  total: Stratum;
  raw: Cell;
  /** By sector, the total apart. */
  strata: Stratum[];
}

/** A rate of a territory as `structures.json` holds it; nothing is known of a rate left out. */
export function rateStrata(sectors: readonly string[], parts: RateParts | undefined): RateStrata {
  const strata = sectors.map((_, index) => ({
    numerator: parts?.numerators[index] ?? null,
    denominator: parts?.denominators[index] ?? null,
  }));
  const whole = sectors.indexOf(ALL_SECTORS);
  const total = strata[whole] ?? { numerator: null, denominator: null };
  return { total, raw: percentOf(total), strata: strata.filter((_, index) => index !== whole) };
}

function percentOf({ numerator, denominator }: Stratum): Cell {
  if (numerator === "s" || denominator === "s") return "s";
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (100 * numerator) / denominator;
}
