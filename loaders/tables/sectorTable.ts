import { INDICATORS } from "../../src/lib/indicators.js";
import { type NafNode, nodesOfLevel } from "../../src/lib/naf.js";
import type { RatioQuantiles, SectorTable } from "../../src/lib/tables.js";
import { adjustedOf } from "./adjustedSeries.js";
import { EVERY_SIZE } from "./layout.js";
import { type Publication, placeOf } from "./publication.js";
import { FRANCE, REGION_TERRITORIES } from "./territories.js";

/** Sectors that have a page: the sections and the A38 divisions. */
export const PAGED_SECTORS: readonly NafNode[] = [
  ...new Set([...nodesOfLevel("A21"), ...nodesOfLevel("A38")]),
];

/** Every indicator of one sector, by territory and month. */
export function sectorTable(
  publication: Publication,
  sector: string,
  ratios: readonly RatioQuantiles[],
): SectorTable {
  const territories = [FRANCE, ...REGION_TERRITORIES];
  const months = [...publication.months.keys()];
  const indicators: SectorTable["indicators"] = Object.fromEntries(
    INDICATORS.map(({ id, partOf }) => [
      id,
      (partOf ? [FRANCE] : territories).map(({ key }) => {
        const place = placeOf(key, sector, EVERY_SIZE);
        return months.map((month) => publication.read(id, month, place));
      }),
    ]),
  );
  return {
    sector,
    periods: [...publication.months],
    territories: territories.map(({ territory }) => territory.code),
    indicators,
    adjusted: adjustedOf((id) => indicators[id]?.[0], 12),
    ratios: ratios.filter((one) => one.sector === sector),
  };
}
