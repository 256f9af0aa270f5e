import { ALL_SECTORS } from "../../src/lib/naf.js";
import type { HomeTable } from "../../src/lib/tables.js";
import { EVERY_SIZE, FRANCE } from "./layout.js";
import { type Publication, placeOf } from "./publication.js";

/** The first screen: France as a whole, and the levels already protected. */
export function homeTable(publication: Publication, levels: HomeTable["levels"]): HomeTable {
  const { months } = publication;
  const last = months.length - 1;
  const total = placeOf(FRANCE, ALL_SECTORS, EVERY_SIZE);
  return {
    month: months[last]!,
    companies: publication.read("entreprises", last, total),
    employees: publication.read("effectif", last, total),
    levels,
    openings: {
      months: [...months],
      values: months.map((_, month) => publication.read("ouvertures_12m", month, total)),
    },
  };
}
