import { INDICATORS } from "../../src/lib/indicators.js";
import type { SectorTable } from "../../src/lib/tables.js";
import type { PublishedCells } from "./publishedCells.js";
import type { Territory } from "./territories.js";

/** Every indicator of one territory by section, then `Total`, and by month. */
export function sectorTable(
  cells: PublishedCells,
  months: string[],
  sections: string[],
  { code, name, slug, row }: Territory,
): SectorTable {
  const columns = [...sections.keys(), sections.length];
  const width = sections.length + 1;
  return {
    territory: { code, name, slug },
    months,
    sections: [...sections, "Total"],
    indicators: Object.fromEntries(
      INDICATORS.map(({ id }) => [
        id,
        columns.map((column) =>
          months.map((_, month) => cells.read(id, month, row * width + column)),
        ),
      ]),
    ),
  };
}
