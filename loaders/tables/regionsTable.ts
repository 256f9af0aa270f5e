import { INDICATORS } from "../../src/lib/indicators.js";
import type { RegionsTable } from "../../src/lib/tables.js";
import type { PublishedCells } from "./publishedCells.js";
import { TERRITORIES } from "./territories.js";

const YEAR = 12;

/** The last month of France and every region, all sections together, with the same month a year before. */
export function regionsTable(
  cells: PublishedCells,
  months: string[],
  sections: string[],
): RegionsTable {
  const last = months.length - 1;
  const width = sections.length + 1;
  return {
    month: months[last]!,
    territories: TERRITORIES.map(({ code, name, slug, row }) => {
      const total = row * width + sections.length;
      const indicators = INDICATORS.map(({ id }) => [
        id,
        {
          value: cells.read(id, last, total),
          yearBefore: last < YEAR ? null : cells.read(id, last - YEAR, total),
        },
      ]);
      return { code, name, slug, indicators: Object.fromEntries(indicators) };
    }),
  };
}
