import type { Manifest } from "../../loaders/ingest/manifest.js";
import { parseBatch } from "../../src/lib/batch.js";
import { coveredUntil } from "./coverage.js";

/**
 * Limits of the computation, one row: `debut`, the first month of any monthly source; `premier`, the
 * first with twelve months of contributions behind it; `fin`, the last observed; `debut_ap`, the
 * first month of short-time work; and the last month each source covers, as the manifest says.
 */
export function limitsQuery({ batch, freshness }: Pick<Manifest, "batch" | "freshness">): string {
  const end = `DATE '${parseBatch(batch).dateFin}'`;
  return `
    SELECT ${end} AS date_fin, CAST(${end} - INTERVAL 1 MONTH AS DATE) AS fin,
      least((SELECT min(periode_debut) FROM cotisation), (SELECT min(periode) FROM clean_effectif_ent))
        AS debut,
      CAST((SELECT min(periode_debut) FROM cotisation) + INTERVAL 11 MONTH AS DATE) AS premier,
      (SELECT min(CAST(date_trunc('month', periode) AS DATE)) FROM clean_ap) AS debut_ap,
      ${coveredUntil(freshness, "debit")} AS fraicheur_debit,
      ${coveredUntil(freshness, "apdemande")} AS fraicheur_demande,
      ${coveredUntil(freshness, "apconso")} AS fraicheur_conso,
      ${coveredUntil(freshness, "delai")} AS fraicheur_delai,
      ${coveredUntil(freshness, "paydex", "paydex_stock")} AS fraicheur_paydex`;
}

/** Every company that was in the perimeter at some month × every month: no holes, so that a lag of n rows is n months. */
export const GRID_QUERY = `
  SELECT siren, CAST(unnest(generate_series(debut, fin, INTERVAL 1 MONTH)) AS DATE) AS periode
  FROM (SELECT DISTINCT siren FROM clean_historique), bornes`;
