import type { IndicatorId } from "../indicators.js";

/** Columns of the open data of an indicator, in the order of its files. */
export const PUBLISHED_COLUMNS = [
  "periodicite",
  "periode",
  "niveau_territoire",
  "territoire",
  "niveau_secteur",
  "secteur",
  "taille",
  "valeur",
  "statut",
] as const;

/** How often a value is given: each month, quarter or year. */
export const PERIODICITIES = ["M", "T", "A"] as const;
export type Periodicity = (typeof PERIODICITIES)[number];

export const TERRITORY_LEVELS = ["france", "region", "departement"] as const;
export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number];

/** `taille` of a row about every size together; the others are codes of `src/lib/sizeClasses.ts`. */
export const EVERY_SIZE_CODE = "total";
/** `niveau_secteur` of the total of sectors; the others are levels of `src/lib/naf.ts`. */
export const EVERY_SECTOR_LEVEL = "total";

/** What is known of a value. Every hidden one bears the same mark, whatever hid it. */
export const STATUSES = ["publie", "secret", "indisponible"] as const;
export type Status = (typeof STATUSES)[number];

/** Cells of one indicator as they are published: columns of equal length, in any order of rows. */
export interface PublishedRows {
  periodicite: readonly Periodicity[];
  /** `2026-09`, `2026-T3` or `2026`. */
  periode: readonly string[];
  niveau_territoire: readonly TerritoryLevel[];
  /** `FR`, or a code of the Code officiel géographique. */
  territoire: readonly string[];
  /** `total`, or the coarsest level that has the sector. */
  niveau_secteur: readonly string[];
  /** Code of `src/lib/naf.ts`, `Total` included. */
  secteur: readonly string[];
  taille: readonly string[];
  /** In the indicator's unit; null unless the status is `publie`. */
  valeur: readonly (number | null)[];
  statut: readonly Status[];
}

/** The open data of one indicator. */
export interface PublishedSeries {
  indicator: IndicatorId;
  rows: PublishedRows;
}
