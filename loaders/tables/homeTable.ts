import type { HomeTable } from "../../src/lib/tables.js";
import type { PublishedCells } from "./publishedCells.js";
import { FRANCE } from "./territories.js";

/** The first screen: France as a whole, and the levels already protected. */
export function homeTable(
  cells: PublishedCells,
  months: string[],
  sections: string[],
  levels: HomeTable["levels"],
): HomeTable {
  const last = months.length - 1;
  const total = FRANCE.row * (sections.length + 1) + sections.length;
  return {
    month: months[last]!,
    companies: cells.read("entreprises", last, total),
    employees: cells.read("effectif", last, total),
    levels,
    openings: {
      months,
      values: months.map((_, month) => cells.read("ouvertures_12m", month, total)),
    },
  };
}
