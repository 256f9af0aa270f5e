import type { CleanTable } from "./table.js";

/** Payment schedules: duration in days, amount in euros. */
export const cleanDelai: CleanTable = {
  name: "clean_delai",
  query: ({ within }) => `SELECT siret, date_creation, date_echeance, duree_delai,
      montant_global_echeancier AS montant_echeancier,
      code_externe_stade AS stade, code_externe_action AS action
    FROM delai WHERE ${within("left(siret, 9)")}`,
  key: [
    "siret",
    "date_creation",
    "date_echeance",
    "stade",
    "action",
    "montant_echeancier",
    "duree_delai",
  ],
  period: "date_creation",
};
