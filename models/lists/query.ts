import { literal } from "../../loaders/duckdb.js";
import { regionOfDepartementSql } from "../../loaders/geography.js";
import { listName } from "../../src/lib/lists/listName.js";
import { sectionOfApeSql } from "../../src/lib/sections.js";

export interface ListQuery {
  batch: string;
  /** Parquet files. */
  scores: string;
  features: string;
  /** Month scored and first day of the batch, `YYYY-MM-DD`. */
  month: string;
  dateFin: string;
  recentSince: string;
  perDepartement: number;
  /** False for a first list, where no company has changed. */
  hasFormer: boolean;
}

/**
 * Query of `list.parquet`: one row a company flagged, the likeliest first, on the views of the snapshot
 * and the temporary tables `changes` and `history`.
 */
export function listQuery(query: ListQuery): string {
  const { batch, month, recentSince, perDepartement, hasFormer } = query;
  return `
    WITH flagged AS (
      SELECT * FROM read_parquet(${literal(query.scores)})
      WHERE periode = DATE ${literal(month)} AND level <> 'aucun'
    ), known AS (${known(query)}), ${registers(query)}, company AS (
      SELECT siren, ${literal(listName(batch))} AS list, ${literal(batch)} AS batch, periode, model,
        eta, probability, level_before, flagged.level AS level, rules,
        CASE WHEN coalesce(alerts, 0) = 0 THEN 'new'
          WHEN flagged.level = 'fort' AND NOT was_fort THEN 'raised' END AS first_alert,
        ${hasFormer ? "coalesce(change, 'same')" : "NULL::VARCHAR"} AS change, cause,
        coalesce(history, []) AS history, (coalesce(alerts, 0) + 1)::INTEGER AS alerts,
        (coalesce(scored, 0) + 1)::INTEGER AS lists,
        siret, raison_sociale, departement, ${regionOfDepartementSql("departement")} AS region,
        categorie_juridique, ape, ${sectionOfApeSql("ape")} AS section, created, procol,
        effectif, dette, coalesce(created >= DATE ${literal(recentSince)}, false) AS recent,
        delai IS NOT NULL AS delai
      FROM flagged LEFT JOIN changes USING (siren) LEFT JOIN history USING (siren)
        LEFT JOIN known USING (siren) LEFT JOIN unit USING (siren)
        LEFT JOIN head_office USING (siren) LEFT JOIN proceeding USING (siren)
        LEFT JOIN plan USING (siren)
    ), candidate AS (
      SELECT *, departement IS NOT NULL AND procol IS NULL AND first_alert IS NOT NULL
        AND NOT recent AND NOT delai AS eligible
      FROM company
    )
    SELECT * EXCLUDE (eligible), eligible AND row_number() OVER (
        PARTITION BY departement, eligible ORDER BY probability DESC, siren
      ) <= ${perDepartement} AS retraitee
    FROM candidate ORDER BY probability DESC, siren`;
}

/** Last headcount and debt known to the features, in employees and euros. */
const known = ({ features }: ListQuery): string => `
  SELECT siren, arg_max(effectif, periode) AS effectif,
    arg_max(round(montant_part_ouvriere + montant_part_patronale, 2), periode) AS dette
  FROM read_parquet(${literal(features)}) SEMI JOIN flagged USING (siren) GROUP BY siren`;

/** A plan runs when the first of the batch's month is within it, whatever its stage. */
const registers = ({ dateFin }: ListQuery): string => `
  unit AS (
    SELECT siren, raison_sociale, categorie_juridique, activite_principale AS ape,
      date_creation AS created FROM clean_sirene_ul
  ), head_office AS (
    SELECT siren, siret, departement FROM clean_sirene WHERE siege
    QUALIFY row_number() OVER (PARTITION BY siren ORDER BY est_actif DESC, siret) = 1
  ), proceeding AS (
    SELECT siren, libelle_procol AS procol FROM clean_procol_at_date
    WHERE periode = (SELECT max(periode) FROM clean_procol_at_date)
  ), plan AS (
    SELECT left(siret, 9) AS siren, true AS delai FROM clean_delai
    WHERE date_creation < DATE ${literal(dateFin)} AND date_echeance >= DATE ${literal(dateFin)}
    GROUP BY ALL
  )`;
