import { ALL_SECTORS, nodesOfLevel } from "../../../src/lib/naf.js";
import { MATCH_STATUSES, statusRankSql } from "../../../src/lib/needs/needStatus.js";
import { exchangedSql, wholeDaysSql } from "../../../src/lib/needs/responseTimes.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";

const MATCHES = "clean_mises_en_relation";

/** Columns read; none of the source is compulsory in a batch. */
const COLUMNS = {
  date_sollicitation: "TIMESTAMP",
  id_sollicitation: "VARCHAR",
  id_etablissement: "VARCHAR",
  type_source: "VARCHAR",
  sujet_choisi: "VARCHAR",
  sujet: "VARCHAR",
  region: "VARCHAR",
  code_naf: "VARCHAR",
  effectifs: "VARCHAR",
  date_transmission: "TIMESTAMP",
  id_besoin: "VARCHAR",
  theme: "VARCHAR",
  statut_mise_en_relation: "VARCHAR",
  date_prise_en_charge: "TIMESTAMP",
  date_abandon: "TIMESTAMP",
  satisfaction_rappel: "BOOLEAN",
  satisfaction_utilite: "BOOLEAN",
} as const;

/**
 * Creates the view `sent_match`, the matches sent before `end` that come from a request (visits of
 * advisers are left out, §1.3), and `need`, one row for each need, its state derived from those of its
 * matches.
 */
export async function createNeedViews(
  connection: DuckDBConnection,
  { tables }: Pick<Manifest, "tables">,
  end: string,
): Promise<void> {
  if (!tables.some(({ table }) => table === MATCHES)) {
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
    await connection.run(`CREATE TABLE ${MATCHES} (${columns.join(", ")})`);
  }
  const known = await queryRows<{ column_name: string }>(connection, `DESCRIBE ${MATCHES}`);
  const names = new Set(known.map(({ column_name }) => column_name));
  // A snapshot made before a column was read does not have it.
  const columns = Object.entries(COLUMNS).map(([name, type]) =>
    names.has(name) ? name : `CAST(NULL AS ${type}) AS ${name}`,
  );
  const status = "statut_mise_en_relation";
  const fast = (from: string) => `${wholeDaysSql(from, "date_prise_en_charge")}`;
  const exchange = exchangedSql(status);
  await connection.run(
    `CREATE VIEW sent_match AS SELECT ${columns.join(", ")} FROM ${MATCHES}
     WHERE id_sollicitation IS NOT NULL AND date_transmission < DATE ${literal(end)}`,
  );
  await connection.run(`CREATE VIEW need AS
    SELECT id_besoin, min(id_sollicitation) AS request, min(id_etablissement) AS establishment,
      min(date_transmission) AS sent,
      [${MATCH_STATUSES.map((one) => `'${one}'`).join(", ")}][min(${statusRankSql(status)}) + 1] AS state,
      min(theme) AS theme, coalesce(min(type_source), '') AS channel, min(region) AS region,
      min(effectifs) AS size, ${sectorSql("min(code_naf)")} AS sector,
      min(${fast("date_sollicitation")}) FILTER (${exchange}) AS days_from_request,
      min(${fast("date_transmission")}) FILTER (${exchange}) AS days_from_sending,
      min(date_abandon) IS NOT NULL AS abandoned,
      coalesce(min(sujet) <> min(sujet_choisi), false) AS requalified,
      bool_or(satisfaction_rappel) IS NOT NULL AND bool_or(satisfaction_utilite) IS NOT NULL AS answered,
      coalesce(bool_or(satisfaction_rappel AND satisfaction_utilite), false) AS satisfied
    FROM sent_match GROUP BY id_besoin`);
}

/** SQL expression: A10 node of a NAF code; empty where it is unknown. */
function sectorSql(naf: string): string {
  const cases = nodesOfLevel("A10")
    .filter(({ code }) => code !== ALL_SECTORS)
    .map(
      ({ code, divisions: [from, to] }) =>
        `WHEN try_cast(left(${naf}, 2) AS INTEGER) BETWEEN ${from} AND ${to} THEN ${literal(code)}`,
    );
  return `CASE ${cases.join(" ")} ELSE '' END`;
}
