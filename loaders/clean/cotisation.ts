import { EURO } from "../fields/amount.js";
import type { CleanTable } from "./table.js";

/** Contributions due in euros, at the first month of their period. */
export const cleanCotisation: CleanTable = {
  name: "clean_cotisation",
  title: "Cotisations dues, par établissement et mois",
  query: ({ within }) => `SELECT siret, periode_debut AS periode, sum(cotis_due)::${EURO} AS du
    FROM cotisation WHERE ${within("left(siret, 9)")} GROUP BY ALL`,
  key: ["siret", "periode"],
  period: "periode",
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    periode: { description: "Premier mois de la période de cotisation", unit: "date" },
    du: { description: "Cotisations dues pour la période", unit: "€" },
  },
};
