import { cumulated, debtChanges } from "../../loaders/clean/forwardFill.js";
import { lag, lags, mean12, SERIE } from "./lag.js";
import { type Family, REDUCE } from "./variable.js";

const LAGS = [1, 2, 3, 6, 12] as const;

/** Months without debt that Urssaf asks for (`interessante_urssaf`), the current one included. */
const DEBT_FREE_MONTHS = 6;

/** Share of the mean monthly contribution above which a debt is one (§4.1, `tag_debit`). */
const DEBT_SHARE = 0.01;

const PARTS = [
  { name: "montant_part_ouvriere", label: "Part salariale de la dette sociale" },
  { name: "montant_part_patronale", label: "Part patronale de la dette sociale" },
] as const;

/**
 * Urssaf debt. `clean_debit` only holds the months with an event: the changes of each establishment
 * are added up by company and cumulated, which carries every establishment's last value forward and
 * stays exact in decimals. Nothing is said after the last month the source covers.
 */
export const debt: Family = {
  table: "f_dette",
  query: `
    WITH mois AS (
      ${debtChanges({ since: "(SELECT debut FROM bornes)" })}
    ), cumul AS (
      SELECT siren, periode,
        ${cumulated("ouvriere", "fraicheur_debit")} AS montant_part_ouvriere,
        ${cumulated("patronale", "fraicheur_debit")} AS montant_part_patronale
      FROM grille LEFT JOIN mois USING (siren, periode), bornes
    ), serie AS (
      SELECT * REPLACE (
          CAST(montant_part_ouvriere AS DOUBLE) AS montant_part_ouvriere,
          CAST(montant_part_patronale AS DOUBLE) AS montant_part_patronale
        ), CAST(montant_part_ouvriere + montant_part_patronale AS DOUBLE) AS dette,
        dette / nullif(cotisation, 0) AS dette_sur_cotisation,
        dette / nullif(effectif, 0) AS dette_par_effectif,
        CASE WHEN cotisation_moy12m > 0 THEN dette / cotisation_moy12m END AS ratio_dette
      FROM cumul JOIN f_cotisation USING (siren, periode) JOIN f_effectif USING (siren, periode)
    )
    SELECT siren, periode, montant_part_ouvriere, montant_part_patronale, dette,
      ${PARTS.map(({ name }) => lags(name, LAGS)).join(",\n      ")},
      dette > 0 AS dette_presente,
      NOT (${Array.from({ length: DEBT_FREE_MONTHS }, (_, n) => `${lag("dette", n)} > 0`).join(" OR ")})
        AS interessante_urssaf,
      ratio_dette, ratio_dette > ${DEBT_SHARE} AS tag_debit,
      ${mean12("dette_sur_cotisation")} AS ratio_dette_moy12m,
      (dette_par_effectif - ${lag("dette", 3)} / nullif(effectif, 0)) / 3
        AS avg_delta_dette_par_effectif,
      dette_par_effectif, dette_par_effectif - ${lag("dette_par_effectif", 3)} AS dette_par_effectif_diff_3
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
        missing: "mois postérieur au dernier que la source couvre",
      },
      ...LAGS.map((months) => ({
        name: `${name}_past_${months}`,
        label: `${label} ${months} mois plus tôt`,
        unit: "€",
        group: "dette_sociale" as const,
        citation: REDUCE,
        missing:
          "mois antérieur au début de l’historique ou postérieur au dernier que la source couvre",
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
      name: "interessante_urssaf",
      label: "Aucune dette sociale depuis six mois",
      unit: "",
      group: "dette_sociale",
      kind: "flag",
      citation: `${REDUCE} : aucune dette le mois courant ni les cinq précédents ; règle métier de l’Urssaf, sans usage dans le modèle`,
      missing: "dette inconnue à l’un des six mois, et nulle aux autres",
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
      name: "tag_debit",
      label: "Dette sociale d’au moins un centième de la cotisation mensuelle moyenne",
      unit: "",
      group: "dette_sociale",
      kind: "flag",
      citation: `${REDUCE} : ratio_dette > 0,01`,
      missing: "ratio_dette inconnu",
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
    {
      name: "dette_par_effectif_diff_3",
      label: "Évolution de la dette sociale par salarié sur trois mois",
      unit: "€ par salarié",
      group: "dette_sociale",
      citation:
        "sf_datalake, standard.json : différence à trois mois de dette_par_effectif, chaque mois avec son effectif",
      missing: "dette ou effectif inconnu à l’un des deux mois",
    },
  ],
};
