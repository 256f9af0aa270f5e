import type { Family } from "./variable.js";

const CITATION =
  "INSEE, Sirene : établissement siège, à la date du lot ; sert à évaluer le modèle par territoire";

/** Where the head office is, as the register has it today: to judge a model by, not to learn from. */
export const location: Family = {
  table: "f_lieu",
  key: "siren",
  query: `
    SELECT siren, departement, region
    FROM clean_sirene SEMI JOIN clean_historique USING (siren) WHERE siege
    QUALIFY row_number() OVER (PARTITION BY siren ORDER BY est_actif DESC, siret DESC) = 1`,
  variables: [
    {
      name: "departement",
      label: "Département du siège",
      unit: "",
      group: "profil",
      kind: "category",
      citation: CITATION,
      missing: "siège inconnu ou à l’étranger",
    },
    {
      name: "region",
      label: "Région du siège",
      unit: "",
      group: "profil",
      kind: "category",
      citation: CITATION,
      missing: "siège inconnu ou à l’étranger",
    },
  ],
};
