import { VigieError } from "../../src/lib/error.js";
import { leafOfApeSql } from "../../src/lib/naf.js";
import { sectionOfApeSql } from "../../src/lib/sections.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Manifest } from "../ingest/manifest.js";
import { PERIMETER } from "../perimeterRule.js";

/**
 * Creates the temporary tables every indicator is computed on, from the `clean_*` views:
 * - `company(siren, region, departement, ape, section, leaf)`: companies that were in the perimeter at some
 *   month, where their head office is, with the APE code, the NAF section and the smallest node of
 *   `src/lib/naf.ts` of their legal unit; those without one or the other are left out;
 * - `followed(siren, since, until)`: from when to when, excluded, they were in it: the rule of the
 *   batch as it stood at each month, so that its last month shows the companies of `clean_filter`
 *   and former months those that were followed then, failed since or not;
 * - `scope(first, last, <source>_first, <source>_last)`: the months the headcount and each source
 *   cover (`debt`, `delai`, `cotisation`, `ap` for the hours consumed, `apdemande` for those
 *   requested, `procol`), from the first row to the freshness as the manifest gives it;
 * - `month(periode)`: every month with a headcount.
 *
 * @throws VigieError `missing-source` when there is no headcount at all.
 */
export async function createScope(
  connection: DuckDBConnection,
  { freshness, perimeter }: Pick<Manifest, "freshness" | "perimeter">,
): Promise<void> {
  await connection.run(COMPANY);
  await connection.run(followedQuery(perimeter.months));
  await connection.run(scopeQuery(freshness));
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE month AS
    SELECT DISTINCT periode FROM clean_effectif_ent, scope
    WHERE effectif_ent > 0 AND periode <= last`);
  const [{ months } = { months: 0 }] = await queryRows<{ months: number }>(
    connection,
    "SELECT CAST(count(*) AS INTEGER) AS months FROM month",
  );
  if (months > 0) return;
  throw new VigieError(
    "missing-source",
    "l’instantané ne contient aucun effectif d’entreprise, sans lequel aucun indicateur ne se calcule",
    "Vérifiez que sigfaible_effectif_siren.csv est dans le lot, puis relancez « npx vigie run ».",
  );
}

const COMPANY = `
  CREATE OR REPLACE TEMP TABLE company AS
  WITH perimeter AS (SELECT DISTINCT siren FROM clean_historique),
  head_office AS (
    SELECT siren, region, departement FROM clean_sirene WHERE siege
    QUALIFY row_number() OVER (PARTITION BY siren ORDER BY est_actif DESC, siret) = 1
  ),
  activity AS (
    SELECT siren, min(activite_principale) AS ape FROM clean_sirene_ul GROUP BY siren
  )
  SELECT siren, region, departement, ape, ${sectionOfApeSql("ape")} AS section, ${leafOfApeSql("ape")} AS leaf
  FROM perimeter JOIN head_office USING (siren) JOIN activity USING (siren)
  WHERE region IS NOT NULL AND departement IS NOT NULL AND leaf IS NOT NULL`;

/**
 * With no rule (a given list, or none), followed at all times. The months after the last known
 * headcount look back from it: empty columns do not count (§1.7).
 */
function followedQuery(months: number | null): string {
  const spans =
    months === null
      ? "SELECT siren, DATE '0001-01-01' AS since, DATE '9999-12-31' AS until FROM company"
      : `
    WITH large AS (
      SELECT siren, periode AS since,
        least(lead(periode) OVER (PARTITION BY siren ORDER BY periode),
          CAST(periode + INTERVAL ${months} MONTH AS DATE)) AS until
      FROM clean_effectif_ent WHERE effectif_ent >= ${PERIMETER.employees})
    SELECT siren, since,
      CASE WHEN until > (SELECT max(periode) FROM clean_effectif_ent) THEN DATE '9999-12-31'
        ELSE until END AS until
    FROM large`;
  return `CREATE OR REPLACE TEMP TABLE followed AS ${spans}`;
}

const monthOf = (date: string): string => `CAST(date_trunc('month', ${date}) AS DATE)`;

function scopeQuery(freshness: Manifest["freshness"]): string {
  const last = (source: string): string => {
    const date = freshness.find((entry) => entry.source === source)?.date;
    return date ? monthOf(`DATE ${literal(date)}`) : "CAST(NULL AS DATE)";
  };
  return `
    CREATE OR REPLACE TEMP TABLE scope AS
    SELECT
      (SELECT min(periode) FROM clean_effectif_ent WHERE effectif_ent > 0) AS first,
      ${last("effectif_ent")} AS last,
      (SELECT min(periode) FROM clean_debit) AS debt_first,
      ${last("debit")} AS debt_last,
      (SELECT min(${monthOf("date_creation")}) FROM clean_delai) AS delai_first,
      ${last("delai")} AS delai_last,
      (SELECT min(periode) FROM clean_cotisation) AS cotisation_first,
      ${last("cotisation")} AS cotisation_last,
      (SELECT min(${monthOf("periode")}) FROM clean_ap WHERE etp_consomme > 0) AS ap_first,
      ${last("apconso")} AS ap_last,
      (SELECT min(${monthOf("periode")}) FROM clean_ap WHERE etp_autorise > 0) AS apdemande_first,
      ${last("apdemande")} AS apdemande_last,
      (SELECT min(${monthOf("date_effet")}) FROM clean_procol) AS procol_first,
      ${last("procol")} AS procol_last`;
}
