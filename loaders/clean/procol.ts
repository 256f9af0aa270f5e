import type { CleanTable } from "./table.js";

/** What people read for a proceeding and its stage (§1.3). */
const LABEL = `CASE
    WHEN stade_procol = 'fin_procedure' THEN 'In bonis'
    WHEN action_procol = 'redressement' AND stade_procol = 'plan_continuation' THEN 'Plan de redressement'
    WHEN action_procol = 'redressement' THEN 'Redressement judiciaire'
    WHEN action_procol = 'liquidation' THEN 'Liquidation judiciaire'
    WHEN action_procol = 'sauvegarde' AND stade_procol = 'plan_continuation' THEN 'Plan de sauvegarde'
    WHEN action_procol = 'sauvegarde' THEN 'Sauvegarde' END`;

/**
 * Events of the proceedings of a company, without the balance of the proceeding
 * (`solde_procedure`), the only stage that varies by establishment (§1.3).
 */
export const cleanProcol: CleanTable = {
  name: "clean_procol",
  title: "Événements des procédures collectives, par entreprise",
  query: ({ within }) => `SELECT DISTINCT left(siret, 9) AS siren, dt_effet AS date_effet,
      action_procol, stade_procol, ${LABEL} AS libelle_procol
    FROM procol WHERE stade_procol <> 'solde_procedure' AND ${within("left(siret, 9)")}`,
  key: ["siren", "date_effet", "action_procol", "stade_procol"],
  period: "date_effet",
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    date_effet: { description: "Date d’effet de l’événement", unit: "date" },
    action_procol: {
      description: "Procédure : liquidation, redressement ou sauvegarde",
      unit: "code",
    },
    stade_procol: { description: "Stade de la procédure", unit: "code" },
    libelle_procol: { description: "Procédure et stade, en clair", unit: "—" },
  },
};
