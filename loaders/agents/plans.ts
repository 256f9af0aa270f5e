import type { Plan } from "../../src/lib/agents.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";

/** Payment plans of the listed companies, the latest first, by siren. For rights A alone. */
export async function readPlans(connection: DuckDBConnection): Promise<Map<string, Plan[]>> {
  const rows = await queryRows<Plan & { siren: string }>(
    connection,
    `SELECT left(siret, 9) AS siren, date_creation AS "from", date_echeance AS "to",
       montant_echeancier::DOUBLE AS amount, stade AS stage, action
     FROM clean_delai WHERE left(siret, 9) IN (SELECT siren FROM listed)
     ORDER BY siren, date_creation DESC, date_echeance, montant_echeancier, stade, action, siret`,
  );
  return bySiren(rows, ({ siren, ...plan }) => plan);
}
