import { REGIONS } from "../geography.js";

/** A row of the tables: a region, or France. */
export interface Territory {
  code: string;
  name: string;
  slug: string;
  /** Row of the region × section grids. */
  row: number;
}

/** France, the total of the 18 regions. */
export const FRANCE: Territory = {
  code: "FR",
  name: "France",
  slug: "france",
  row: REGIONS.length,
};

/** France, then the 18 regions in the order of the grids. */
export const TERRITORIES: readonly Territory[] = [
  FRANCE,
  ...REGIONS.map(({ code, nom, slug }, row) => ({ code, name: nom, slug, row })),
];
