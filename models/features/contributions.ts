import { mean12, SERIE } from "./lag.js";
import { type Family, REDUCE } from "./variable.js";

/**
 * Social contributions due to Urssaf, in euros a month, establishments added up. Read from the table
 * as it came: `clean_cotisation` puts an amount at the first month of its period and no longer says
 * how long that was. Periods last 1, 3 or 12 months (Urssaf's `YYQM`): counted in twelfths, amounts
 * stay exact decimals.
 */
export const contributions: Family = {
  table: "f_cotisation",
  query: `
    WITH periodes AS (
      SELECT substr(siret, 1, 9) AS siren, periode_debut, periode_fin,
        cotis_due * (12 // date_diff('month', periode_debut, periode_fin)) AS douziemes
      FROM cotisation WHERE periode_fin > periode_debut
    ), etales AS (
      SELECT siren, douziemes,
        CAST(unnest(range(periode_debut::TIMESTAMP, periode_fin::TIMESTAMP, INTERVAL 1 MONTH)) AS DATE)
          AS periode
      FROM periodes
    ), mois AS (
      SELECT siren, periode, sum(douziemes) AS douziemes FROM etales GROUP BY ALL
    ), serie AS (
      SELECT siren, periode, douziemes / 12 AS cotisation
      FROM grille LEFT JOIN mois USING (siren, periode)
    )
    SELECT siren, periode, cotisation, ${mean12("cotisation")} AS cotisation_moy12m
    FROM serie
    ${SERIE}`,
  variables: [
    {
      name: "cotisation",
      label: "Cotisations sociales dues",
      unit: "€",
      group: "dette_sociale",
      citation: `${REDUCE} : montant dû réparti également sur les mois de sa période`,
      missing: "aucune cotisation appelée ce mois-là",
    },
    {
      name: "cotisation_moy12m",
      label: "Cotisations sociales dues, moyenne sur douze mois",
      unit: "€",
      group: "dette_sociale",
      citation: `${REDUCE} : moyenne de douze mois, le mois courant compris`,
      missing: "un des douze mois manque",
    },
  ],
};
