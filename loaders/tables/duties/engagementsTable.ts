import { parseBatch } from "../../../src/lib/batch.js";
import { addDays } from "../../../src/lib/duties/day.js";
import type { EngagementsTable, Partner } from "../../../src/lib/duties/evidence.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";
import { sourcesTable } from "../sourcesTable.js";

/**
 * What a batch proves of the duties of the service, from the views of its snapshot: lists published,
 * last day known of each source, last month spent by convention and by post; and who sends what.
 */
export async function engagementsTable(
  connection: DuckDBConnection,
  manifest: Manifest,
): Promise<EngagementsTable> {
  const end = parseBatch(manifest.batch).dateFin;
  const has = (name: string) => manifest.tables.some(({ table }) => table === name);
  const lists = has("clean_listes_detection") ? await listDates(connection, end) : [];
  const spent = has("clean_depenses");
  const { sources } = sourcesTable(manifest);
  return {
    today: end,
    asOf: addDays(end, -1),
    lists,
    sources: Object.fromEntries(
      sources.flatMap(({ source, freshness, rows }) =>
        freshness !== null && rows > 0 ? [[source, freshness]] : [],
      ),
    ),
    conventions: spent ? await lastMonths(connection, "convention", end) : {},
    posts: spent ? await lastMonths(connection, "poste", end) : {},
    partners: partnersOf(sources),
  };
}

async function listDates(connection: DuckDBConnection, end: string): Promise<string[]> {
  const rows = await queryRows<{ day: string }>(
    connection,
    `SELECT DISTINCT date_publication::VARCHAR AS day FROM clean_listes_detection
      WHERE date_publication < DATE ${literal(end)} ORDER BY day`,
  );
  return rows.map(({ day }) => day);
}

/** Last month, before the end of the batch, in which something was committed or paid. */
async function lastMonths(
  connection: DuckDBConnection,
  by: "convention" | "poste",
  end: string,
): Promise<Record<string, string>> {
  const rows = await queryRows<{ name: string; month: string }>(
    connection,
    `SELECT ${by} AS name, strftime(max(mois), '%Y-%m') AS month FROM clean_depenses
      WHERE mois < DATE ${literal(end)} AND (ae_engage <> 0 OR cp_paye <> 0) AND ${by} IS NOT NULL
      GROUP BY ${by} ORDER BY ${by}`,
  );
  return Object.fromEntries(rows.map(({ name, month }) => [name, month]));
}

type Sources = ReturnType<typeof sourcesTable>["sources"];

/** In the order the sources are known. */
function partnersOf(sources: Sources): Partner[] {
  return [...new Set(sources.map(({ producer }) => producer))].map((producer) => ({
    producer,
    sources: sources
      .filter((one) => one.producer === producer)
      .map(({ label, freshness, rows }) => ({ label, freshness, rows })),
  }));
}
