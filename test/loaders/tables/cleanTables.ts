import type { DuckDBConnection } from "../../../loaders/duckdb.js";
import type { Manifest } from "../../../loaders/ingest/manifest.js";

/** A manifest without rule of perimeter, every source fresh at the same date, but for those given. */
export function freshAt(
  date: string,
  others: Record<string, string | null> = {},
): Pick<Manifest, "freshness" | "perimeter"> {
  const sources = ["effectif_ent", "debit", "apconso", "procol"];
  return {
    perimeter: { kind: "given", months: null, companies: 0, history: 0, detail: "essai" },
    freshness: sources.map((source) => ({
      source,
      date: source in others ? others[source]! : date,
      rule: "essai",
    })),
  };
}

/** Rows of the `clean_*` tables a test needs, as SQL tuples; the others are created empty. */
export interface CleanRows {
  /** `(siren, region, ape)`: one company with its head office. */
  companies: string[];
  /** `(siren, periode, effectif_ent)`. */
  headcounts?: string[];
  /** `(siret, periode, part_ouvriere, part_patronale)`. */
  debts?: string[];
  /** `(siren, periode, etp_consomme)`. */
  shortTimeWork?: string[];
  /** `(siren, date_effet, action_procol, stade_procol)`. */
  judgments?: string[];
}

/** Creates hand-made `clean_*` tables with the columns the page tables read. */
export async function createCleanTables(
  connection: DuckDBConnection,
  { companies, headcounts = [], debts = [], shortTimeWork = [], judgments = [] }: CleanRows,
): Promise<void> {
  await fill(connection, "company_row", "siren VARCHAR, region VARCHAR, ape VARCHAR", companies);
  await connection.run(`
    CREATE TABLE clean_historique AS SELECT siren FROM company_row;
    CREATE TABLE clean_sirene AS
      SELECT siren, siren || '00011' AS siret, true AS siege, true AS est_actif, region
      FROM company_row;
    CREATE TABLE clean_sirene_ul AS SELECT siren, ape AS activite_principale FROM company_row;`);
  await fill(
    connection,
    "clean_effectif_ent",
    "siren VARCHAR, periode DATE, effectif_ent INTEGER",
    headcounts,
  );
  await fill(
    connection,
    "clean_debit",
    "siret VARCHAR, periode DATE, part_ouvriere DECIMAL(18, 2), part_patronale DECIMAL(18, 2)",
    debts,
  );
  await fill(
    connection,
    "clean_ap",
    "siren VARCHAR, periode DATE, etp_consomme DOUBLE",
    shortTimeWork,
  );
  await fill(
    connection,
    "clean_procol",
    "siren VARCHAR, date_effet DATE, action_procol VARCHAR, stade_procol VARCHAR",
    judgments,
  );
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: string[],
): Promise<void> {
  await connection.run(`CREATE TABLE ${table} (${columns})`);
  if (rows.length > 0) await connection.run(`INSERT INTO ${table} VALUES ${rows.join(", ")}`);
}
