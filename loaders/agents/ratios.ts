import type { Ratios } from "../../src/lib/agents.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";

/** Open ratios of the listed companies, the oldest closing first, by siren. */
export async function readRatios(connection: DuckDBConnection): Promise<Map<string, Ratios[]>> {
  const rows = await queryRows<Ratios & { siren: string }>(
    connection,
    `SELECT siren, date_cloture AS closing, ${AMOUNTS}, taux_d_endettement AS "tauxEndettement",
       ratio_de_liquidite AS "ratioLiquidite", autonomie_financiere AS "autonomieFinanciere"
     FROM clean_ratios SEMI JOIN listed USING (siren) ORDER BY siren, date_cloture`,
  );
  return bySiren(rows, ({ siren, ...ratios }) => ratios);
}

const AMOUNTS = [
  ["chiffre_d_affaires", "chiffreAffaires"],
  ["marge_brute", "margeBrute"],
  ["ebe", "ebe"],
  ["ebit", "resultatExploitation"],
  ["resultat_net", "resultatNet"],
]
  .map(([column, name]) => `${column}::DOUBLE AS "${name}"`)
  .join(", ");
