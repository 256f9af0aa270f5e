import type { Family } from "./variable.js";

/** Age of the company. */
export const age: Family = {
  table: "f_age",
  query: `
    SELECT siren, periode,
      CASE WHEN date_creation <= periode THEN date_diff('month', date_creation, periode) / 12 END
        AS age_entreprise
    FROM grille LEFT JOIN clean_sirene_ul USING (siren)`,
  variables: [
    {
      name: "age_entreprise",
      label: "Âge de l’entreprise",
      unit: "ans",
      group: "profil",
      citation: "INSEE, Sirene : mois depuis la création de l’unité légale",
      missing: "date de création inconnue ou postérieure au mois",
    },
  ],
};
