import type { CleanTable } from "./table.js";

/**
 * Changes of state of the establishments: first state known, then each time it differs from the
 * one before, until the eve of the next change (§1.5). An unknown start is before all others.
 */
export const cleanSireneHisto: CleanTable = {
  name: "clean_sirene_histo",
  title: "Changements d’état des établissements",
  query: ({ within }) => `WITH states AS (
      SELECT siret, dateDebut, est_actif, lag(est_actif) OVER past AS before
      FROM sirene_histo WHERE ${within("left(siret, 9)")}
      WINDOW past AS (PARTITION BY siret ORDER BY dateDebut NULLS FIRST, dateFin NULLS LAST, est_actif))
    SELECT siret, dateDebut AS date_debut,
      (lead(dateDebut) OVER (PARTITION BY siret ORDER BY dateDebut NULLS FIRST) - INTERVAL 1 DAY)::DATE AS date_fin,
      est_actif
    FROM states WHERE est_actif IS DISTINCT FROM before`,
  key: ["siret", "date_debut"],
  period: "date_debut",
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    date_debut: {
      description: "Premier jour de l’état ; vide s’il est inconnu",
      unit: "date",
      nullable: true,
    },
    date_fin: {
      description: "Veille du changement suivant ; vide si l’état dure",
      unit: "date",
      nullable: true,
    },
    est_actif: { description: "L’établissement est actif", unit: "oui/non" },
  },
};
