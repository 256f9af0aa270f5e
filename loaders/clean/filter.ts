import type { CleanTable } from "./table.js";

/** Companies of the perimeter; without one, all those that have a headcount. */
export const cleanFilter: CleanTable = {
  name: "clean_filter",
  query: ({ filtered }) =>
    filtered
      ? "SELECT siren FROM clean_perimeter"
      : "SELECT siren FROM clean_effectif_ent UNION SELECT left(siret, 9) FROM clean_effectif",
  key: ["siren"],
};
