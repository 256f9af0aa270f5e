import { PERIMETER } from "../../loaders/perimeterRule.js";
import { lag, lags, SERIE } from "./lag.js";
import { type Family, REDUCE } from "./variable.js";

/**
 * Months a headcount may be carried over: Urssaf refreshes it every three to six months. Beyond, the
 * company is taken to have stopped employing.
 */
const CARRIED_MONTHS = 6;

const LAGS = [6, 12, 18, 24] as const;
const VARIATIONS = [6, 12] as const;

const variation = (months: number): string =>
  `(effectif - ${lag("effectif", months)}) / nullif(${lag("effectif", months)}, 0)`;

/**
 * Employees of the company, last known value carried over and flagged, and whether it was in the
 * perimeter as it stood at that month: at the end of the history, the same rule would keep only the
 * companies that lived on, and take those that grew for larger than they were. Months after the last
 * one known look back from it, as the batch does (§1.7).
 */
export const headcount: Family = {
  table: "f_effectif",
  query: `
    WITH connu AS (
      SELECT siren, periode, effectif_ent,
        last_value(effectif_ent IGNORE NULLS) OVER (
          PARTITION BY siren ORDER BY periode ROWS ${CARRIED_MONTHS} PRECEDING
        ) AS effectif,
        coalesce(last_value(CASE WHEN effectif_ent >= ${PERIMETER.employees} THEN periode END IGNORE NULLS)
          OVER (PARTITION BY siren ORDER BY periode)
          > least(periode, (SELECT max(periode) FROM clean_effectif_ent))
            - INTERVAL ${PERIMETER.monthsAtDate} MONTH, false) AS dans_perimetre
      FROM grille LEFT JOIN clean_effectif_ent USING (siren, periode)
    )
    SELECT siren, periode, effectif, dans_perimetre,
      effectif IS NOT NULL AND effectif_ent IS NULL AS effectif_reporte,
      ${lags("effectif", LAGS)},
      CASE WHEN effectif > 0 THEN ln(effectif) END AS effectif_log,
      ${VARIATIONS.map((n) => `${variation(n)} AS effectif_variation_${n}m`).join(",\n      ")}
    FROM connu
    ${SERIE}`,
  variables: [
    {
      name: "effectif",
      label: "Effectif de l’entreprise",
      unit: "salariés",
      group: "emploi",
      citation: `${REDUCE} : dernière valeur connue, reportée ${CARRIED_MONTHS} mois au plus`,
      missing: "",
    },
    {
      name: "effectif_reporte",
      label: "Effectif reporté d’un mois antérieur",
      unit: "",
      group: "emploi",
      kind: "flag",
      citation: REDUCE,
      missing: "",
    },
    ...LAGS.map((months) => ({
      name: `effectif_past_${months}`,
      label: `Effectif de l’entreprise ${months} mois plus tôt`,
      unit: "salariés",
      group: "emploi" as const,
      citation: REDUCE,
      missing: `effectif inconnu ${months} mois plus tôt`,
    })),
    {
      name: "effectif_log",
      label: "Taille de l’entreprise (logarithme de l’effectif)",
      unit: "",
      group: "emploi",
      citation: "transformation de effectif, dont la distribution est très étalée",
      missing: "",
    },
    ...VARIATIONS.map((months) => ({
      name: `effectif_variation_${months}m`,
      label: `Variation de l’effectif sur ${months} mois`,
      unit: "",
      group: "emploi" as const,
      citation: `(effectif − effectif_past_${months}) / effectif_past_${months}`,
      missing: `effectif nul ou inconnu ${months} mois plus tôt`,
    })),
  ],
};
