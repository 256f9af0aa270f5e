import { cut } from "../../loaders/clean/forwardFill.js";
import { literal } from "../../loaders/duckdb.js";
import { lag, lags, SERIE } from "./lag.js";
import { type Family, REDUCE } from "./variable.js";

/** Months a value is carried over: Altares's first files give one a quarter. */
const CARRIED_MONTHS = 2;

const LAGS = [3, 6, 12] as const;

/**
 * Classes of `paydex_nb_jours`, upper bound included, (−∞, 0], (0, 15], (15, 30], (30, 60], (60, 90]
 * and (90, ∞) (predictsignauxfaibles `paydex_make_groups`; sf_datalake `standard.json`).
 */
export const PAYDEX_GROUPS = [
  { name: "0", label: "Sans retard", upTo: 0 },
  { name: "1-15", label: "De 1 à 15 jours", upTo: 15 },
  { name: "16-30", label: "De 16 à 30 jours", upTo: 30 },
  { name: "31-60", label: "De 31 à 60 jours", upTo: 60 },
  { name: "61-90", label: "De 61 à 90 jours", upTo: 90 },
  { name: "91+", label: "Plus de 90 jours", upTo: null },
] as const;

const groupOf = (days: string): string =>
  `CASE ${PAYDEX_GROUPS.map(({ name, upTo }) =>
    upTo === null
      ? `WHEN ${days} IS NOT NULL THEN ${literal(name)}`
      : `WHEN ${days} <= ${upTo} THEN ${literal(name)}`,
  ).join(" ")} END`;

const carried = (column: string): string =>
  cut(
    `last_value(${column} IGNORE NULLS) OVER (
      PARTITION BY siren ORDER BY periode ROWS ${CARRIED_MONTHS} PRECEDING)`,
    "fraicheur_paydex",
  );

const ALTARES = `Altares ; valeur du mois, reportée ${CARRIED_MONTHS} mois au plus`;
const MISSING =
  "entreprise non étudiée par Altares, ou mois postérieur au dernier connu : source arrêtée en septembre 2025";
const SHARES = [30, 90] as const;

/**
 * Lateness in paying suppliers, by Altares. The source is retired: nothing is said after the last
 * month it covers, and `paydex_absent` says so.
 */
export const paymentDelays: Family = {
  table: "f_paydex",
  query: `
    WITH serie AS (
      SELECT siren, periode, ${carried("nb_jours")} AS paydex_nb_jours,
        ${carried("clean_paydex.fpi_30")} AS fpi_30, ${carried("clean_paydex.fpi_90")} AS fpi_90
      FROM grille LEFT JOIN clean_paydex USING (siren, periode), bornes
    )
    SELECT siren, periode, paydex_nb_jours IS NULL AS paydex_absent, paydex_nb_jours,
      ${lags("paydex_nb_jours", LAGS)},
      paydex_nb_jours - ${lag("paydex_nb_jours", 12)} AS paydex_yoy,
      ${groupOf("paydex_nb_jours")} AS paydex_group, fpi_30, fpi_90
    FROM serie
    ${SERIE}`,
  variables: [
    {
      name: "paydex_absent",
      label: "Retards de paiement inconnus",
      unit: "",
      group: "retards_paiement",
      kind: "flag",
      citation: ALTARES,
      missing: "",
    },
    {
      name: "paydex_nb_jours",
      label: "Retard moyen de paiement des fournisseurs",
      unit: "jours",
      group: "retards_paiement",
      citation: `${ALTARES} ; ${REDUCE}, entr_paydex`,
      missing: MISSING,
    },
    ...LAGS.map((months) => ({
      name: `paydex_nb_jours_past_${months}`,
      label: `Retard moyen de paiement des fournisseurs ${months} mois plus tôt`,
      unit: "jours",
      group: "retards_paiement" as const,
      citation: `${REDUCE}, entr_paydex`,
      missing: `retard inconnu ${months} mois plus tôt`,
    })),
    {
      name: "paydex_yoy",
      label: "Évolution du retard de paiement sur un an",
      unit: "jours",
      group: "retards_paiement",
      citation: "predictsignauxfaibles : paydex_nb_jours − paydex_nb_jours_past_12",
      missing: "retard inconnu à l’un des deux mois",
    },
    {
      name: "paydex_group",
      label: "Classe de retard de paiement",
      unit: "",
      group: "retards_paiement",
      kind: "category",
      citation:
        "predictsignauxfaibles, sf_datalake (standard.json) : ]−∞, 0], ]0, 15], ]15, 30], ]30, 60], ]60, 90], ]90, ∞[ jours",
      missing: MISSING,
    },
    ...SHARES.map((days) => ({
      name: `fpi_${days}`,
      label: `Part des paiements en retard de plus de ${days} jours`,
      unit: "%",
      group: "retards_paiement" as const,
      citation: `${ALTARES} (FPI ${days}) ; sf_datalake, standard.json`,
      missing: `${MISSING} ; part donnée par le seul fichier de stock`,
    })),
  ],
};
