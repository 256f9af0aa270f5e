import type { DuckDBConnection } from "../../../loaders/duckdb.js";
import { DEPARTEMENTS, REGIONS } from "../../../loaders/geography.js";
import type { Manifest } from "../../../loaders/ingest/manifest.js";
import { RATIOS } from "../../../src/lib/ratios.js";

/** A manifest without rule of perimeter, every source fresh at the same date, but for those given. */
export function freshAt(
  date: string,
  others: Record<string, string | null> = {},
): Pick<Manifest, "freshness" | "perimeter"> {
  const sources = [
    "effectif_ent",
    "debit",
    "apconso",
    "apdemande",
    "procol",
    "delai",
    "cotisation",
  ];
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
  /** `(siren, periode, etp_autorise, motif_recours)`. */
  requests?: string[];
  /** `(siren, date_effet, action_procol, stade_procol)`. */
  judgments?: string[];
  /** `(siret, date_creation, date_echeance, montant_echeancier, stade)`. */
  schedules?: string[];
  /** `(siret, periode, du)`. */
  contributions?: string[];
  /** `(siren, date_cloture, chiffre_d_affaires, ebit, marge_ebe, type_bilan, confidentiality)`. */
  accounts?: string[];
  /** `(siren, periode)`: in a proceeding at this month. */
  proceedings?: string[];
}

/** Creates hand-made `clean_*` tables with the columns the page tables read. */
export async function createCleanTables(
  connection: DuckDBConnection,
  {
    companies,
    headcounts = [],
    debts = [],
    shortTimeWork = [],
    requests = [],
    judgments = [],
    schedules = [],
    contributions = [],
    accounts = [],
    proceedings = [],
  }: CleanRows,
): Promise<void> {
  await fill(connection, "company_row", "siren VARCHAR, region VARCHAR, ape VARCHAR", companies);
  await connection.run(`
    CREATE TABLE clean_historique AS SELECT siren FROM company_row;
    CREATE TABLE clean_sirene AS
      SELECT siren, siren || '00011' AS siret, true AS siege, true AS est_actif, region,
        CASE region ${firstDepartements()} END AS departement
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
    "consumed",
    "siren VARCHAR, periode DATE, etp_consomme DOUBLE",
    shortTimeWork,
  );
  await fill(
    connection,
    "requested",
    "siren VARCHAR, periode DATE, etp_autorise DOUBLE, motif_recours VARCHAR",
    requests,
  );
  await connection.run(`
    CREATE TABLE clean_ap AS
      SELECT siren, periode, etp_consomme, 0::DOUBLE AS etp_autorise, NULL::VARCHAR AS motif_recours
      FROM consumed
      UNION ALL SELECT siren, periode, 0, etp_autorise, motif_recours FROM requested`);
  await fill(
    connection,
    "clean_delai",
    `siret VARCHAR, date_creation DATE, date_echeance DATE, montant_echeancier DECIMAL(18, 2),
      stade VARCHAR`,
    schedules,
  );
  await fill(
    connection,
    "clean_cotisation",
    "siret VARCHAR, periode DATE, du DECIMAL(18, 2)",
    contributions,
  );
  await createAccounts(connection, accounts);
  await fill(
    connection,
    "clean_procol",
    "siren VARCHAR, date_effet DATE, action_procol VARCHAR, stade_procol VARCHAR",
    judgments,
  );
  await fill(connection, "clean_procol_at_date", "siren VARCHAR, periode DATE", proceedings);
}

const firstDepartements = (): string =>
  REGIONS.map(({ code }) => {
    const first = DEPARTEMENTS.find(({ region }) => region === code);
    return `WHEN '${code}' THEN '${first?.code}'`;
  }).join(" ");

/** Ratios without a value in the rows are null. */
async function createAccounts(connection: DuckDBConnection, accounts: string[]): Promise<void> {
  const given = ["ebit", "marge_ebe"];
  const others = RATIOS.map(({ id, shareOf }) => shareOf ?? id).filter((id) => !given.includes(id));
  await fill(
    connection,
    "account_row",
    `siren VARCHAR, date_cloture DATE, chiffre_d_affaires DECIMAL(18, 2), ebit DECIMAL(18, 2),
      marge_ebe DOUBLE, type_bilan VARCHAR, confidentiality VARCHAR`,
    accounts,
  );
  await connection.run(`
    CREATE TABLE clean_ratios AS
    SELECT *, ${others.map((id) => `NULL::DOUBLE AS ${id}`).join(", ")} FROM account_row`);
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
