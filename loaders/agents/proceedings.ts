import type { Proceeding } from "../../src/lib/agents.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";

/** Events of the insolvency proceedings of the listed companies, the latest first, by siren. */
export async function readProceedings(
  connection: DuckDBConnection,
): Promise<Map<string, Proceeding[]>> {
  const rows = await queryRows<Proceeding & { siren: string }>(
    connection,
    `SELECT DISTINCT siren, date_effet AS date,
       CASE stade_procol
         WHEN 'ouverture' THEN 'Ouverture : ' || libelle_procol
         WHEN 'fin_procedure' THEN 'Fin de la procédure (' || action_procol || ')'
         ELSE libelle_procol END AS label
     FROM clean_procol SEMI JOIN listed USING (siren) ORDER BY siren, date DESC, label`,
  );
  return bySiren(rows, ({ date, label }) => ({ date, label }));
}
