import { MONTHLY_HOURS } from "../../src/lib/monthlyHours.js";
import { literal } from "../duckdb.js";
import type { CleanTable } from "./table.js";

/** A DOUBLE, where SQL would read the literal as a DECIMAL. */
const FULL_TIME = `${MONTHLY_HOURS}::DOUBLE`;

/** Motives of a request by their code (§1.4). */
export const MOTIVES = {
  1: "Conjoncture économique",
  2: "Difficultés d’approvisionnement en matières premières ou en énergie",
  3: "Sinistre ou intempéries de caractère exceptionnel",
  4: "Transformation, restructuration ou modernisation des installations et des bâtiments",
  5: "Autres circonstances exceptionnelles",
} as const;

/** Any other code. */
export const UNKNOWN_MOTIVE = "Motif inconnu";

const MOTIVE = `CASE motif_recours_se ${Object.entries(MOTIVES)
  .map(([motive, label]) => `WHEN ${motive} THEN ${literal(label)}`)
  .join(" ")} ELSE ${literal(UNKNOWN_MOTIVE)} END`;

/**
 * Activité partielle in full-time equivalents (hours / 151,67): a request counts in full at each
 * month of its span, concurrent ones add up; no consumption known is 0; `is_last` marks the last
 * month with consumption (§1.4). Sums are decimal, so their order does not matter.
 */
export const cleanAp: CleanTable = {
  name: "clean_ap",
  title: "Activité partielle en équivalents temps plein, par établissement et mois",
  query: ({ within }) => `WITH requested AS (
      SELECT etab_siret AS siret, hta AS hours, ${MOTIVE} AS motif,
        unnest(generate_series(date_trunc('month', date_deb)::TIMESTAMP,
          date_trunc('month', date_fin)::TIMESTAMP, INTERVAL 1 MONTH))::DATE AS periode
      FROM apdemande),
    events AS (
      SELECT siret, periode, hours AS requested, NULL AS consumed, motif, false AS latest
      FROM requested
      UNION ALL
      SELECT etab_siret, mois, NULL, heures, NULL, mois = max(mois) OVER () FROM apconso)
    SELECT siret, left(siret, 9) AS siren, periode,
      coalesce(sum(requested), 0)::DOUBLE / ${FULL_TIME} AS etp_autorise,
      coalesce(sum(consumed), 0)::DOUBLE / ${FULL_TIME} AS etp_consomme,
      string_agg(DISTINCT motif, '; ' ORDER BY motif) AS motif_recours,
      bool_or(latest) AS is_last
    FROM events WHERE ${within("left(siret, 9)")} GROUP BY siret, periode`,
  key: ["siret", "periode"],
  period: "periode",
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    siren: { description: "Entreprise", unit: "identifiant" },
    periode: { description: "Mois, à son premier jour", unit: "date" },
    etp_autorise: { description: "Heures autorisées ÷ 151,67", unit: "équivalents temps plein" },
    etp_consomme: {
      description: "Heures consommées ÷ 151,67 ; 0 quand aucune n’est connue",
      unit: "équivalents temps plein",
    },
    motif_recours: {
      description: "Motifs des demandes en cours, séparés par « ; »",
      unit: "—",
      nullable: true,
    },
    is_last: { description: "Dernier mois dont des consommations sont connues", unit: "oui/non" },
  },
};
