import { type DuckDBConnection, queryRows } from "../duckdb.js";

/** Urssaf's `9990101`: the closing date of an account that is open (§1.2). */
const OPEN = "2899-01-01";

/**
 * Creates table `accounts` (compte, siret, fermeture) from `comptes`: the SIRET of an account at a
 * date is the one with the first closing date after it. False when there is no account to go by.
 */
export async function makeAccounts(connection: DuckDBConnection): Promise<boolean> {
  await connection.run(`CREATE OR REPLACE TABLE accounts AS
    SELECT compte, siret, coalesce(date_disp_siret, DATE '${OPEN}') AS fermeture
    FROM (SELECT *, row_number() OVER () AS line FROM comptes)
    QUALIFY row_number() OVER (PARTITION BY compte, fermeture ORDER BY line) = 1`);
  const [row] = await queryRows<{ rows: string }>(
    connection,
    "SELECT count(*) AS rows FROM accounts",
  );
  return Number(row!.rows) > 0;
}
