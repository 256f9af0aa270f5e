import { HORIZON_MONTHS } from "../../src/lib/horizon.js";

/** Months in a row with a debt above the mean monthly contribution that make a default. */
const DEFAULT_MONTHS = 3;

/** Stages that end a proceeding or hand it over: they open nothing (migration 050). */
const CLOSING_STAGES = "('fin_procedure', 'inclusion_autre_procedure')";

/**
 * What the model learns, and what is already visible.
 * - `en_procedure`: in a collective proceeding or its plan on the first of the month, or put in one
 *   during the month. The other variables are those of the whole month: a proceeding opened on the
 *   10th already shows in them, and is no longer something to predict.
 * - `en_defaut`: three months in a row, this one included, with `ratio_dette` above 1.
 * - `strong_signal`: either.
 * - `outcome`: an opening in ]first of the month, same day 18 months later], or `en_procedure`, as
 *   sf_datalake does, so that setting the strong signals apart removes positives. Empty when the 18
 *   months are not wholly observed, even if a proceeding is already known: keeping those only would
 *   overstate the risk of the last months.
 */
export const OUTCOME_QUERY = `
  WITH etats AS (
    SELECT DISTINCT siren, periode FROM clean_procol_at_date
    WHERE action_procol IS NOT NULL AND libelle_procol <> 'In bonis'
  ), evenements AS (
    SELECT DISTINCT siren, date_effet FROM clean_procol
    WHERE action_procol IS NOT NULL AND stade_procol NOT IN ${CLOSING_STAGES}
  ), suivants AS (
    SELECT grille.siren, grille.periode, evenements.date_effet
    FROM grille ASOF LEFT JOIN evenements
      ON grille.siren = evenements.siren AND grille.periode < evenements.date_effet
  ), signaux AS (
    SELECT suivants.siren, suivants.periode, date_effet,
      etats.siren IS NOT NULL OR coalesce(date_effet < suivants.periode + INTERVAL 1 MONTH, false)
        AS en_procedure,
      coalesce(${Array.from({ length: DEFAULT_MONTHS }, (_, n) => `lag(ratio_dette, ${n}) OVER serie > 1`).join(" AND ")}, false)
        AS en_defaut
    FROM suivants JOIN f_dette USING (siren, periode) LEFT JOIN etats USING (siren, periode)
    WINDOW serie AS (PARTITION BY suivants.siren ORDER BY suivants.periode)
  )
  SELECT siren, periode, en_procedure, en_defaut, en_procedure OR en_defaut AS strong_signal,
    CASE WHEN periode + INTERVAL ${HORIZON_MONTHS} MONTH < date_fin
      THEN en_procedure
        OR coalesce(date_effet <= periode + INTERVAL ${HORIZON_MONTHS} MONTH, false)
    END AS outcome
  FROM signaux, bornes`;
