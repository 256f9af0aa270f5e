import type { Cell } from "./tables.js";

/** What a rate is made of in one sector. */
export interface Stratum {
  numerator: Cell;
  denominator: Cell;
}

/** A sector published on both sides, with its rates (from 0, not in percent). */
export interface CommonSector {
  rate: number;
  size: number;
  referenceRate: number;
  referenceSize: number;
}

/** The sectors that have a rate on both sides, `strata` and `reference` being in the same order. */
export function commonSectors(
  strata: readonly Stratum[],
  reference: readonly Stratum[],
): CommonSector[] {
  return strata.flatMap((stratum, index) => {
    const [mine, theirs] = [rateOf(stratum), rateOf(reference[index])];
    if (!mine || !theirs) return [];
    return [
      {
        rate: mine.rate,
        size: mine.size,
        referenceRate: theirs.rate,
        referenceSize: theirs.size,
      },
    ];
  });
}

function rateOf(stratum: Stratum | undefined): { rate: number; size: number } | null {
  const { numerator, denominator } = stratum ?? {};
  if (typeof numerator !== "number" || typeof denominator !== "number") return null;
  return denominator > 0 ? { rate: numerator / denominator, size: denominator } : null;
}

/** Σ of a term over some rows. */
export function sumOf<Row>(rows: readonly Row[], term: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + term(row), 0);
}
