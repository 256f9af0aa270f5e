import type { AgentsList } from "../../src/lib/agents.js";
import type { Level } from "../../src/lib/levels.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Perimeter } from "./perimeter.js";

export interface Scored {
  siren: string;
  level: AgentsList["companies"][number]["level"];
  level_before: Level;
  /** Names of the expert rules that moved it. */
  rules: string[];
  eta: number;
  probability: number;
  /** Probabilities from which its levels hold. */
  seuil_fort: number;
  seuil_modere: number;
  /** Départements of the perimeter where it has an active establishment. */
  present: string[];
}

/**
 * Creates the temporary table `listed(siren)`, all that the other queries may look at: companies of
 * the last list at level fort or modéré which have an active establishment in the perimeter (or
 * anywhere, for France). Returns them, the likeliest first, with the month scored (`YYYY-MM`).
 */
export async function createListed(
  connection: DuckDBConnection,
  scores: string,
  { departements }: Perimeter,
): Promise<{ month: string; companies: Scored[] }> {
  const file = `read_parquet(${literal(scores)})`;
  const inside = departements?.map(literal).join(", ");
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE scored AS
    WITH present AS (
      SELECT siren, list(DISTINCT departement ORDER BY departement) AS present FROM clean_sirene
      WHERE est_actif AND departement IS NOT NULL ${inside ? `AND departement IN (${inside})` : ""}
      GROUP BY siren)
    SELECT siren, level, level_before, rules, eta, probability, seuil_fort, seuil_modere,
      coalesce(present, []) AS present
    FROM ${file} ${inside ? "JOIN" : "LEFT JOIN"} present USING (siren)
    WHERE periode = (SELECT max(periode) FROM ${file}) AND level IN ('fort', 'modere');
    CREATE OR REPLACE TEMP TABLE listed AS SELECT siren FROM scored ORDER BY siren`);
  const [last] = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(max(periode), '%Y-%m') AS month FROM ${file}`,
  );
  const companies = await queryRows<Scored>(
    connection,
    "SELECT siren, level, level_before, rules, eta, probability, seuil_fort, seuil_modere, present FROM scored ORDER BY probability DESC, siren",
  );
  return { month: last!.month, companies };
}
