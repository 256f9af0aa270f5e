import { lag, lags, mean12, SERIE } from "./lag.js";
import { type Family, REDUCE } from "./variable.js";

const LAGS = [1, 2, 3, 6, 12] as const;

const PARTS = [
  { name: "montant_part_ouvriere", label: "Part salariale de la dette sociale" },
  { name: "montant_part_patronale", label: "Part patronale de la dette sociale" },
] as const;

/**
 * Urssaf debt. `clean_debit` only holds the months with an event: the changes of each establishment
 * are added up by company and cumulated, which carries every establishment's last value forward and
 * stays exact in decimals. Nothing is said after the last month with an event of any company (the
 * source's freshness), nor before the source starts.
 */
export const debt: Family = {
  table: "f_dette",
  query: `
    WITH evenements AS (
      SELECT substr(siret, 1, 9) AS siren, periode,
        part_ouvriere - lag(part_ouvriere, 1, 0) OVER etablissement AS ouvriere,
        part_patronale - lag(part_patronale, 1, 0) OVER etablissement AS patronale
      FROM clean_debit
      WINDOW etablissement AS (PARTITION BY siret ORDER BY periode)
    ), mois AS (
      SELECT siren, greatest(periode, (SELECT debut FROM bornes)) AS periode,
        sum(ouvriere) AS ouvriere, sum(patronale) AS patronale
      FROM evenements GROUP BY ALL
    ), cumul AS (
      SELECT siren, periode,
        CASE WHEN periode <= fraicheur_debit
          THEN sum(coalesce(ouvriere, 0)) OVER passe END AS montant_part_ouvriere,
        CASE WHEN periode <= fraicheur_debit
          THEN sum(coalesce(patronale, 0)) OVER passe END AS montant_part_patronale
      FROM grille LEFT JOIN mois USING (siren, periode), bornes
      WINDOW passe AS (PARTITION BY siren ORDER BY periode ROWS UNBOUNDED PRECEDING)
    ), serie AS (
      SELECT *, montant_part_ouvriere + montant_part_patronale AS dette,
        dette / nullif(cotisation, 0) AS dette_sur_cotisation,
        CASE WHEN cotisation_moy12m > 0 THEN dette / cotisation_moy12m END AS ratio_dette
      FROM cumul JOIN f_cotisation USING (siren, periode) JOIN f_effectif USING (siren, periode)
    )
    SELECT siren, periode, montant_part_ouvriere, montant_part_patronale, dette,
      ${PARTS.map(({ name }) => lags(name, LAGS)).join(",\n      ")},
      dette > 0 AS dette_presente,
      ratio_dette,
      ${mean12("dette_sur_cotisation")} AS ratio_dette_moy12m,
      (dette / nullif(effectif, 0) - ${lag("dette", 3)} / nullif(effectif, 0)) / 3
        AS avg_delta_dette_par_effectif,
      dette / nullif(effectif, 0) AS dette_par_effectif
    FROM serie
    ${SERIE}`,
  variables: [
    ...PARTS.flatMap(({ name, label }) => [
      {
        name,
        label,
        unit: "€",
        group: "dette_sociale" as const,
        citation: `${REDUCE} : dernier montant connu de chaque établissement, sommé par entreprise`,
        missing: "mois postérieur au dernier événement connu de la source",
      },
      ...LAGS.map((months) => ({
        name: `${name}_past_${months}`,
        label: `${label} ${months} mois plus tôt`,
        unit: "€",
        group: "dette_sociale" as const,
        citation: REDUCE,
        missing: "mois antérieur au début de l’historique",
      })),
    ]),
    {
      name: "dette_presente",
      label: "Présence d’une dette sociale",
      unit: "",
      group: "dette_sociale",
      kind: "flag",
      citation: "dette sociale strictement positive",
      missing: "dette inconnue",
    },
    {
      name: "ratio_dette",
      label: "Dette sociale rapportée à la cotisation mensuelle moyenne",
      unit: "mois de cotisations",
      group: "dette_sociale",
      citation: `${REDUCE} : (part ouvrière + part patronale) / cotisation_moy12m`,
      missing: "cotisation moyenne inconnue, nulle ou négative",
    },
    {
      name: "ratio_dette_moy12m",
      label: "Dette sociale rapportée à la cotisation, moyenne sur douze mois",
      unit: "mois de cotisations",
      group: "dette_sociale",
      citation: "moyenne sur douze mois de (part ouvrière + part patronale) / cotisation du mois",
      missing: "un des douze mois est sans cotisation",
    },
    {
      name: "avg_delta_dette_par_effectif",
      label: "Évolution mensuelle de la dette sociale par salarié sur trois mois",
      unit: "€ par salarié et par mois",
      group: "dette_sociale",
      citation: `${REDUCE} : (dette / effectif − dette_past_3 / effectif) / 3`,
      missing: "dette inconnue à l’un des deux mois",
    },
    {
      name: "dette_par_effectif",
      label: "Dette sociale par salarié",
      unit: "€ par salarié",
      group: "dette_sociale",
      citation: "sf_datalake, standard.json : dette_par_effectif",
      missing: "dette inconnue",
    },
  ],
};
