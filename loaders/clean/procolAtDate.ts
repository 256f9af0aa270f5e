import { ACTIONS } from "../fields/procol.js";
import type { CleanTable } from "./table.js";

/** First month of the table, unless the batch starts before (§1.3). */
const FIRST_MONTH = "2016-01-01";

/** A plan lasts ten years at most and its end is not announced (§1.3). */
const PLAN = "INTERVAL 10 YEAR";

const SEVERITY = ACTIONS.map((action, rank) => `WHEN '${action}' THEN ${rank}`).join(" ");

/** Events of one day are taken in the order of a proceeding's life. */
const STAGE = `CASE stade_procol WHEN 'ouverture' THEN 0 WHEN 'plan_continuation' THEN 1
  WHEN 'inclusion_autre_procedure' THEN 3 WHEN 'fin_procedure' THEN 4 ELSE 2 END`;

/**
 * Proceeding of a company on the first day of each month up to the month of the batch, none meaning
 * in bonis: the last event of each action holds until the next one of the same action; finished and
 * absorbed proceedings and plans of ten years are dropped; the most severe is kept (§1.3).
 */
export const cleanProcolAtDate: CleanTable = {
  name: "clean_procol_at_date",
  title: "Procédure en cours au premier jour de chaque mois, par entreprise",
  query: ({ dateFin, dateDebut }) => `WITH spans AS (
      SELECT *, lead(date_effet) OVER (PARTITION BY siren, action_procol
        ORDER BY date_effet, ${STAGE}, stade_procol) AS suivant
      FROM clean_procol),
    active AS (
      SELECT *,
        greatest(date_trunc('month', date_effet + INTERVAL 1 MONTH - INTERVAL 1 DAY),
          least(DATE '${FIRST_MONTH}', DATE '${dateDebut}')) AS debut,
        least(coalesce(suivant, DATE '${dateFin}' + INTERVAL 1 DAY),
          CASE WHEN stade_procol = 'plan_continuation' THEN date_effet + ${PLAN} END,
          DATE '${dateFin}' + INTERVAL 1 DAY) AS fin
      FROM spans WHERE stade_procol NOT IN ('fin_procedure', 'inclusion_autre_procedure')),
    months AS (
      SELECT siren, unnest(range(debut::TIMESTAMP, fin::TIMESTAMP, INTERVAL 1 MONTH))::DATE AS periode,
        date_effet, action_procol, stade_procol, libelle_procol
      FROM active WHERE debut < fin)
    SELECT siren, periode, date_effet, action_procol, stade_procol, libelle_procol FROM months
    QUALIFY row_number() OVER (PARTITION BY siren, periode ORDER BY CASE action_procol ${SEVERITY} END) = 1`,
  key: ["siren", "periode"],
  period: "periode",
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    periode: { description: "Mois, à son premier jour", unit: "date" },
    date_effet: { description: "Date d’effet de l’événement dont découle l’état", unit: "date" },
    action_procol: {
      description: "Procédure en cours ce jour-là, la plus grave s’il y en a plusieurs",
      unit: "code",
    },
    stade_procol: { description: "Stade de la procédure", unit: "code" },
    libelle_procol: { description: "Procédure et stade, en clair", unit: "—" },
  },
};
