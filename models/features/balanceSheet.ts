import { REDUCE } from "./variable.js";

/** Months after its closing that a balance sheet is taken to be known, from the first whole month. */
const AVAILABLE_AFTER_MONTHS = 7;

interface Sheets {
  /** Query of `siren`, `date_cloture` and the columns. */
  sheets: string;
  columns: readonly string[];
  validMonths: number;
}

/**
 * SQL of the last usable balance sheet of each company and month of the grid: `siren`, `periode`,
 * `valide` and the columns, empty without one. A closing on 31 December serves from August (§4.2).
 */
export function usableSheets({ sheets, columns, validMonths }: Sheets): string {
  return `WITH bilans AS (
      SELECT siren, ${columns.join(", ")},
        CAST(date_trunc('month', date_cloture) + INTERVAL ${AVAILABLE_AFTER_MONTHS + 1} MONTH AS DATE)
          AS disponible
      FROM (${sheets})
      QUALIFY row_number() OVER (PARTITION BY siren, disponible ORDER BY date_cloture DESC) = 1
    ), courants AS (
      SELECT grille.siren, grille.periode, bilans.* EXCLUDE (siren),
        coalesce(grille.periode < bilans.disponible + INTERVAL ${validMonths} MONTH, false)
          AS valide
      FROM grille ASOF LEFT JOIN bilans
        ON grille.siren = bilans.siren AND grille.periode >= bilans.disponible
    )
    SELECT siren, periode, valide,
      ${columns.map((name) => `CASE WHEN valide THEN ${name} END AS ${name}`).join(",\n      ")}
    FROM courants`;
}

/** How long a balance sheet serves, in French, for the citations. */
export function usableWords(validMonths: number): string {
  return `${REDUCE} : utilisable ${AVAILABLE_AFTER_MONTHS} mois après la clôture, pendant ${validMonths} mois`;
}
