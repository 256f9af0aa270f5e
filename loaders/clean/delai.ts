import type { CleanTable } from "./table.js";

/** Payment schedules: duration in days, amount in euros. */
export const cleanDelai: CleanTable = {
  name: "clean_delai",
  title: "Délais de paiement accordés par l’Urssaf, par établissement",
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
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    date_creation: { description: "Création du délai", unit: "date" },
    date_echeance: { description: "Échéance du délai", unit: "date" },
    duree_delai: { description: "Durée du délai", unit: "jours" },
    montant_echeancier: { description: "Montant global de l’échéancier", unit: "€" },
    stade: { description: "Stade de la demande : APPROB, PR…", unit: "code", nullable: true },
    action: { description: "Action : SUR PO ou CCSF", unit: "code", nullable: true },
  },
};
