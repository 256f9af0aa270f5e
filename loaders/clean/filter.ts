import type { CleanTable } from "./table.js";

/** Those that have a headcount, when there is no perimeter. */
const EVERYONE =
  "SELECT siren FROM clean_effectif_ent UNION SELECT left(siret, 9) FROM clean_effectif";

/** Companies of the perimeter of the batch: who is followed today (§1.7). */
export const cleanFilter: CleanTable = {
  name: "clean_filter",
  title: "Entreprises du périmètre",
  query: ({ filtered }) => (filtered ? "SELECT siren FROM clean_perimeter WHERE suivie" : EVERYONE),
  key: ["siren"],
  columns: {
    siren: { description: "Entreprise du périmètre du lot", unit: "identifiant" },
  },
};

/** Companies whose rows are in the tables: those that are followed, and those that once were. */
export const cleanHistorique: CleanTable = {
  name: "clean_historique",
  title: "Entreprises suivies ou qui l’ont été",
  query: ({ filtered }) => (filtered ? "SELECT siren FROM clean_perimeter" : EVERYONE),
  key: ["siren"],
  columns: {
    siren: { description: "Entreprise suivie, ou qui l’a été", unit: "identifiant" },
  },
};
