import type { DuckDBConnection } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";

/** Columns read of the tables of the service’s activity, none of which is compulsory in a batch. */
const COLUMNS = {
  clean_journal_usage:
    "date_action TIMESTAMP, utilisateur VARCHAR, segment VARCHAR, zone VARCHAR, action VARCHAR, siren VARCHAR",
  clean_evaluations_liste: "siren VARCHAR, useful BOOLEAN, reason VARCHAR, created_at TIMESTAMP",
  clean_accompagnements:
    "tracking_id VARCHAR, siren VARCHAR, date_debut TIMESTAMP, date_fin TIMESTAMP, state VARCHAR, criticite VARCHAR, reorientation_codefi VARCHAR, departement VARCHAR",
  clean_listes_detection:
    "siren VARCHAR, list_name VARCHAR, date_publication DATE, score DOUBLE, alert VARCHAR, premiere_alerte BOOLEAN",
  clean_depenses: "startup VARCHAR, mois DATE, cp_paye DECIMAL(18, 2)",
} as const;

/**
 * Makes the tables of the activity that the snapshot lacks, empty: what was not recorded is no row.
 * Each table of a page that reads them asks for it: asked again, it changes nothing.
 */
export async function completeActivity(
  connection: DuckDBConnection,
  { tables }: Pick<Manifest, "tables">,
): Promise<void> {
  const present = new Set(tables.map(({ table }) => table));
  for (const [name, columns] of Object.entries(COLUMNS)) {
    if (!present.has(name)) await connection.run(`CREATE TABLE IF NOT EXISTS ${name} (${columns})`);
  }
}
