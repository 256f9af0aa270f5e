import { parseBatch } from "../../src/lib/batch.js";

/**
 * Limits of the computation, one row: `debut`, the first month of any monthly source; `premier`, the
 * first with twelve months of contributions behind it; `fin`, the last observed; and how far each
 * source really goes, from its rows. Freshness never passes `fin`: requests for short-time work run
 * into the future, and debts noticed after the 20th belong to the next month.
 */
export function limitsQuery(batch: string): string {
  const end = `DATE '${parseBatch(batch).dateFin}'`;
  return `
    SELECT ${end} AS date_fin, CAST(${end} - INTERVAL 1 MONTH AS DATE) AS fin,
      least((SELECT min(periode_debut) FROM cotisation), (SELECT min(periode) FROM clean_effectif_ent))
        AS debut,
      CAST((SELECT min(periode_debut) FROM cotisation) + INTERVAL 11 MONTH AS DATE) AS premier,
      least(fin, (SELECT max(periode) FROM clean_debit)) AS fraicheur_debit,
      least(fin, (SELECT max(CAST(date_trunc('month', periode) AS DATE)) FROM clean_ap
        WHERE etp_consomme > 0)) AS fraicheur_ap`;
}

/** Every company of the perimeter × every month: no holes, so that a lag of n rows is n months. */
export const GRID_QUERY = `
  SELECT siren, CAST(unnest(generate_series(debut, fin, INTERVAL 1 MONTH)) AS DATE) AS periode
  FROM (SELECT DISTINCT siren FROM clean_filter), bornes`;
