import { literal } from "../duckdb.js";
import { ACTIONS } from "../fields/procol.js";

/** Rank of a proceeding, 0 for the most severe. */
const SEVERITY = `list_position([${ACTIONS.map(literal).join(", ")}], action_procol) - 1`;

/**
 * Months in which a company enters a proceeding, `siren, periode, date_effet, action_procol`: an
 * opening, when no earlier one was still running on the first of the month. A conversion is thus not
 * counted again, not even within a month, where the first opening stands (the most severe of one
 * day); a new proceeding after a plan is an entry. Reads `clean_procol`.
 */
export const ENTRIES = `
  WITH event AS (
    SELECT siren, date_effet, action_procol, stade_procol,
      CAST(date_trunc('month', date_effet) AS DATE) AS periode,
      lead(date_effet) OVER (
        PARTITION BY siren, action_procol ORDER BY date_effet, stade_procol <> 'ouverture'
      ) AS until
    FROM clean_procol
  ), opening AS (FROM event WHERE stade_procol = 'ouverture')
  SELECT siren, periode, min(date_effet) AS date_effet,
    arg_min(action_procol, (date_effet, ${SEVERITY})) AS action_procol
  FROM opening
  WHERE NOT EXISTS (
    FROM opening running
    WHERE running.siren = opening.siren AND running.date_effet < opening.periode
      AND coalesce(running.until, DATE '9999-12-31') >= opening.periode
  )
  GROUP BY siren, periode`;
