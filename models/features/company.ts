import { sectionOfApeSql } from "../../src/lib/sections.js";
import type { Family } from "./variable.js";

/** What the company is: its activity and its age. */
export const company: Family = {
  table: "f_profil",
  query: `
    SELECT siren, periode, ${sectionOfApeSql("activite_principale")} AS section,
      CASE WHEN date_creation <= periode THEN date_diff('month', date_creation, periode) / 12 END
        AS age_entreprise
    FROM grille LEFT JOIN clean_sirene_ul USING (siren)`,
  variables: [
    {
      name: "section",
      label: "Section d’activité (NAF rév. 2)",
      unit: "",
      group: "profil",
      kind: "category",
      citation: "INSEE, Sirene : activité principale de l’unité légale, à la date du lot",
      missing: "unité légale inconnue ou activité hors nomenclature",
    },
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
