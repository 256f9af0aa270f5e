import type { MonthlySeries, Rights } from "../../src/lib/agents.js";
import { cumulated, debtChanges, filled } from "../clean/forwardFill.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Manifest } from "../ingest/manifest.js";

export interface SeriesOfAll {
  months: string[];
  bySiren: Map<string, MonthlySeries>;
}

/**
 * Monthly series of the listed companies, from the first headcount to the month before the batch.
 * Headcount and short-time work are cut at the freshness of their source and never filled;
 * contributions and debt keep their last known value up to it, and no further (rule of the
 * service’s sheets). Under rights B nothing of the Urssaf’s amounts is read.
 */
export async function readSeries(
  connection: DuckDBConnection,
  { freshness, dateFin }: Pick<Manifest, "freshness" | "dateFin">,
  rights: Rights,
): Promise<SeriesOfAll> {
  const last = (source: string): string => {
    const date = freshness.find((entry) => entry.source === source)?.date;
    return date ? `DATE ${literal(`${date.slice(0, 7)}-01`)}` : "CAST(NULL AS DATE)";
  };
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE grid AS
    SELECT siren, unnest(range(
      (SELECT min(periode) FROM clean_effectif_ent WHERE effectif_ent > 0)::TIMESTAMP,
      DATE ${literal(dateFin)}::TIMESTAMP, INTERVAL 1 MONTH))::DATE AS periode
    FROM listed`);
  const families = [
    headcount(last("effectif_ent")),
    shortTimeWork(last("apdemande"), last("apconso")),
    ...(rights === "A"
      ? [dues(last("cotisation")), debt(last("debit")), plans(last("delai"))]
      : []),
  ];
  for (const { table, query } of families) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${query}`);
  }
  const columns = families.flatMap((family) => family.columns);
  const rows = await queryRows<MonthlySeries & { siren: string }>(
    connection,
    `SELECT siren, ${columns.map((name) => `list("${name}" ORDER BY periode) AS "${name}"`).join(", ")}
     FROM grid ${families.map(({ table }) => `LEFT JOIN ${table} USING (siren, periode)`).join(" ")}
     GROUP BY siren ORDER BY siren`,
  );
  const months = await queryRows<{ month: string }>(
    connection,
    "SELECT DISTINCT strftime(periode, '%Y-%m') AS month FROM grid ORDER BY month",
  );
  return {
    months: months.map(({ month }) => month),
    bySiren: new Map(rows.map(({ siren, ...series }) => [siren, series])),
  };
}

interface Family {
  table: string;
  columns: (keyof MonthlySeries)[];
  /** One row per siren and month of the grid at most. */
  query: string;
}

function headcount(last: string): Family {
  return {
    table: "serie_effectif",
    columns: ["effectif"],
    query: `SELECT siren, periode, effectif_ent::DOUBLE AS effectif FROM clean_effectif_ent
      SEMI JOIN listed USING (siren) WHERE periode <= ${last}`,
  };
}

/** No row between the first and the last month of the source means no short-time work (§1.4). */
function shortTimeWork(lastRequest: string, lastUse: string): Family {
  const within = (last: string, column: string): string =>
    `CASE WHEN periode BETWEEN (SELECT min(periode) FROM clean_ap) AND ${last}
       THEN round(coalesce(${column}, 0), 2) END`;
  return {
    table: "serie_ap",
    columns: ["apAutorise", "apConsomme"],
    query: `WITH mois AS (
        SELECT siren, periode, sum(etp_autorise) AS autorise, sum(etp_consomme) AS consomme
        FROM (FROM clean_ap SEMI JOIN listed USING (siren) ORDER BY siret, periode) GROUP BY ALL)
      SELECT siren, periode, ${within(lastRequest, "autorise")} AS "apAutorise",
        ${within(lastUse, "consomme")} AS "apConsomme"
      FROM grid LEFT JOIN mois USING (siren, periode)`,
  };
}

function dues(last: string): Family {
  return {
    table: "serie_cotisation",
    columns: ["cotisation"],
    query: `WITH mois AS (
        SELECT left(siret, 9) AS siren, periode, sum(du) AS du FROM clean_cotisation
        WHERE left(siret, 9) IN (SELECT siren FROM listed) GROUP BY ALL)
      SELECT siren, periode, (${filled("du", last)})::DOUBLE AS cotisation
      FROM grid LEFT JOIN mois USING (siren, periode)`,
  };
}

function debt(last: string): Family {
  return {
    table: "serie_debit",
    columns: ["dettePartSalariale", "dettePartPatronale"],
    query: `WITH mois AS (${debtChanges({
      within: "siren IN (SELECT siren FROM listed)",
      since: "(SELECT min(periode) FROM grid)",
    })})
      SELECT siren, periode, (${cumulated("ouvriere", last)})::DOUBLE AS "dettePartSalariale",
        (${cumulated("patronale", last)})::DOUBLE AS "dettePartPatronale"
      FROM grid LEFT JOIN mois USING (siren, periode)`,
  };
}

/** A plan counts in full at each month of its span; its stages are one plan. */
function plans(last: string): Family {
  return {
    table: "serie_delai",
    columns: ["delai"],
    query: `WITH plan AS (
        SELECT DISTINCT left(siret, 9) AS siren, siret, date_creation, date_echeance, montant_echeancier
        FROM clean_delai WHERE left(siret, 9) IN (SELECT siren FROM listed))
      SELECT grid.siren, grid.periode, coalesce(sum(montant_echeancier), 0)::DOUBLE AS delai
      FROM grid LEFT JOIN plan ON plan.siren = grid.siren
        AND grid.periode BETWEEN date_trunc('month', date_creation) AND date_echeance
      WHERE grid.periode <= ${last}
      GROUP BY ALL`,
  };
}
