import { literal } from "../../loaders/duckdb.js";
import { MONTHLY_HOURS } from "../../src/lib/monthlyHours.js";
import { type Family, REDUCE } from "./variable.js";

/**
 * Motive 5 in `clean_ap`: 87 % of the requests of 2019-2021, when whole sectors were closed by
 * decision. Hours under it say what the State ordered, not how the company does.
 */
export const EXCEPTIONAL = "Autres circonstances exceptionnelles";

const hours = (fullTimeEquivalents: string): string =>
  `CAST(round(${fullTimeEquivalents} * ${MONTHLY_HOURS}, 2) AS DECIMAL(18, 2))`;

/**
 * Short-time work, in hours a month, establishments added up. A month without a line is a month
 * without hours up to the last month anyone consumed in (the source's freshness), unknown after.
 */
export const shortTimeWork: Family = {
  table: "f_apart",
  query: `
    WITH lignes AS (
      SELECT siret, substr(siret, 1, 9) AS siren,
        CAST(date_trunc('month', periode) AS DATE) AS periode,
        sum(${hours("etp_autorise")}) AS autorisees, sum(${hours("etp_consomme")}) AS consommees,
        sum(CASE WHEN motif_recours IS DISTINCT FROM ${literal(EXCEPTIONAL)}
          THEN ${hours("etp_consomme")} ELSE 0 END) AS ordinaires
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
        sum(ordinaires) AS ordinaires, sum(cumulees) AS cumulees
      FROM cumuls GROUP BY ALL
    ), heures AS (
      SELECT siren, periode, effectif,
        CASE WHEN periode <= fraicheur_ap THEN coalesce(autorisees, 0) END
          AS apart_heures_autorisees,
        CASE WHEN periode <= fraicheur_ap THEN coalesce(consommees, 0) END
          AS apart_heures_consommees,
        CASE WHEN periode <= fraicheur_ap THEN coalesce(ordinaires, 0) END AS ordinaires,
        CASE WHEN periode <= fraicheur_ap THEN coalesce(cumulees, 0) END
          AS apart_heures_consommees_cumulees
      FROM f_effectif LEFT JOIN mois USING (siren, periode), bornes
    )
    SELECT siren, periode, apart_heures_autorisees, apart_heures_consommees,
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
      citation: REDUCE,
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
    {
      name: "apart_heures_consommees",
      label: "Heures d’activité partielle consommées",
      unit: "heures",
      group: "activite_partielle",
      citation: REDUCE,
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
    {
      name: "apart_heures_consommees_cumulees",
      label: "Heures d’activité partielle consommées depuis le début de la demande",
      unit: "heures",
      group: "activite_partielle",
      citation: `${REDUCE} ; une demande dure tant que les mois autorisés ou consommés se suivent`,
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
    {
      name: "ratio_apart",
      label: "Part de l’effectif en activité partielle",
      unit: "",
      group: "activite_partielle",
      citation: `heures consommées / (effectif × ${MONTHLY_HOURS}) ; apart.crossComputation.json écrit 157,67, isolé et non repris`,
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
    {
      name: "ratio_apart_ordinaire",
      label: "Part de l’effectif en activité partielle, hors circonstances exceptionnelles",
      unit: "",
      group: "activite_partielle",
      citation:
        "ratio_apart sans les mois dont le seul motif est « autres circonstances exceptionnelles » (fermetures administratives de 2020 et 2021)",
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
    {
      name: "ratio_apart_cumule",
      label: "Activité partielle cumulée par salarié",
      unit: "mois par salarié",
      group: "activite_partielle",
      citation: `heures consommées cumulées / (effectif × ${MONTHLY_HOURS})`,
      missing: "mois postérieur à la dernière consommation connue de la source",
    },
  ],
};
