import { cut } from "../../loaders/clean/forwardFill.js";
import { literal } from "../../loaders/duckdb.js";
import { MONTHLY_HOURS } from "../../src/lib/monthlyHours.js";
import { type Family, REDUCE } from "./variable.js";

/**
 * Motive 5 in `clean_ap`: 87 % of the requests of 2019-2021, when whole sectors were closed by
 * decision. Hours under it say what the State ordered, not how the company does.
 */
export const EXCEPTIONAL = "Autres circonstances exceptionnelles";

const MISSING = "mois hors de ceux que couvrent les consommations";

const hours = (fullTimeEquivalents: string): string =>
  `CAST(round(${fullTimeEquivalents} * ${MONTHLY_HOURS}, 2) AS DECIMAL(18, 2))`;

/** A month without a line is a month without hours, from the first to the last the source covers. */
const covered = (hours: string, last: string): string =>
  `CASE WHEN periode >= debut_ap THEN ${cut(`CAST(coalesce(${hours}, 0) AS DOUBLE)`, last)} END`;

/** Motives of all the establishments at a month: `clean_ap` joins those of one with « ; ». */
const MOTIVES = "string_agg(motif_recours, '; ') FILTER (autorisees > 0)";

/**
 * Short-time work, in hours a month, establishments added up: never filled forward, unknown after
 * the last month its source covers, which is not the same for requests and for hours consumed.
 */
export const shortTimeWork: Family = {
  table: "f_apart",
  query: `
    WITH lignes AS (
      SELECT siret, substr(siret, 1, 9) AS siren,
        CAST(date_trunc('month', periode) AS DATE) AS periode,
        sum(${hours("etp_autorise")}) AS autorisees, sum(${hours("etp_consomme")}) AS consommees,
        sum(CASE WHEN motif_recours IS DISTINCT FROM ${literal(EXCEPTIONAL)}
          THEN ${hours("etp_consomme")} ELSE 0 END) AS ordinaires,
        string_agg(motif_recours, '; ') AS motif_recours
      FROM clean_ap GROUP BY ALL
    ), ruptures AS (
      SELECT *, coalesce(periode <> lag(periode) OVER etablissement + INTERVAL 1 MONTH, true)
        AS debute
      FROM lignes WHERE autorisees > 0 OR consommees > 0
      WINDOW etablissement AS (PARTITION BY siret ORDER BY periode)
    ), demandes AS (
      SELECT *, count(*) FILTER (debute) OVER (
        PARTITION BY siret ORDER BY periode ROWS UNBOUNDED PRECEDING
      ) AS demande
      FROM ruptures
    ), cumuls AS (
      SELECT *, sum(consommees) OVER (
        PARTITION BY siret, demande ORDER BY periode ROWS UNBOUNDED PRECEDING
      ) AS cumulees
      FROM demandes
    ), mois AS (
      SELECT siren, periode, sum(autorisees) AS autorisees, sum(consommees) AS consommees,
        sum(ordinaires) AS ordinaires, sum(cumulees) AS cumulees, ${MOTIVES} AS motifs
      FROM cumuls GROUP BY ALL
    ), heures AS (
      SELECT siren, periode, effectif,
        ${covered("autorisees", "fraicheur_demande")} AS apart_heures_autorisees,
        ${cut("array_to_string(list_sort(list_distinct(string_split(motifs, '; '))), '; ')", "fraicheur_demande")}
          AS apart_motif_recours,
        ${covered("consommees", "fraicheur_conso")} AS apart_heures_consommees,
        ${covered("ordinaires", "fraicheur_conso")} AS ordinaires,
        ${covered("cumulees", "fraicheur_conso")} AS apart_heures_consommees_cumulees
      FROM f_effectif LEFT JOIN mois USING (siren, periode), bornes
    )
    SELECT siren, periode, apart_heures_autorisees, apart_motif_recours, apart_heures_consommees,
      apart_heures_consommees_cumulees,
      apart_heures_consommees / nullif(effectif * ${MONTHLY_HOURS}, 0) AS ratio_apart,
      ordinaires / nullif(effectif * ${MONTHLY_HOURS}, 0) AS ratio_apart_ordinaire,
      apart_heures_consommees_cumulees / nullif(effectif * ${MONTHLY_HOURS}, 0)
        AS ratio_apart_cumule
    FROM heures`,
  variables: [
    {
      name: "apart_heures_autorisees",
      label: "Heures d’activité partielle autorisées",
      unit: "heures",
      group: "activite_partielle",
      citation: `${REDUCE} : heures de la demande en cours`,
      missing: "mois hors de ceux que couvrent les demandes",
    },
    {
      name: "apart_motif_recours",
      label: "Motif de recours à l’activité partielle",
      unit: "",
      group: "activite_partielle",
      kind: "category",
      citation: `${REDUCE} : motif de la demande en cours, ceux de tous les établissements séparés par « ; »`,
      missing: "aucune demande en cours, ou mois hors de ceux que couvrent les demandes",
    },
    {
      name: "apart_heures_consommees",
      label: "Heures d’activité partielle consommées",
      unit: "heures",
      group: "activite_partielle",
      citation: REDUCE,
      missing: MISSING,
    },
    {
      name: "apart_heures_consommees_cumulees",
      label: "Heures d’activité partielle consommées depuis le début de la demande",
      unit: "heures",
      group: "activite_partielle",
      citation: `${REDUCE} ; une demande dure tant que les mois autorisés ou consommés se suivent`,
      missing: MISSING,
    },
    {
      name: "ratio_apart",
      label: "Part de l’effectif en activité partielle",
      unit: "",
      group: "activite_partielle",
      citation: `heures consommées / (effectif × ${MONTHLY_HOURS}) ; apart.crossComputation.json écrit 157,67, isolé et non repris`,
      missing: MISSING,
    },
    {
      name: "ratio_apart_ordinaire",
      label: "Part de l’effectif en activité partielle, hors circonstances exceptionnelles",
      unit: "",
      group: "activite_partielle",
      citation:
        "ratio_apart sans les mois dont le seul motif est « autres circonstances exceptionnelles » (fermetures administratives de 2020 et 2021)",
      missing: MISSING,
    },
    {
      name: "ratio_apart_cumule",
      label: "Activité partielle cumulée par salarié",
      unit: "mois par salarié",
      group: "activite_partielle",
      citation: `heures consommées cumulées / (effectif × ${MONTHLY_HOURS})`,
      missing: MISSING,
    },
  ],
};
