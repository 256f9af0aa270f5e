import type { ListFacts, Rights } from "../../src/lib/agents.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";

/** What the list says of the companies of `list.parquet`, by siren. */
export interface FactsOfAll {
  /** « Octobre 2026 ». */
  name: string;
  /** No list was made before this one. */
  isFirst: boolean;
  bySiren: Map<string, ListFacts>;
}

/**
 * Facts of a list. Under rights B neither the payment plan nor the « liste retraitée », which would tell
 * of the plan of a company by leaving it out.
 */
export async function readListFacts(
  connection: DuckDBConnection,
  file: string,
  rights: Rights,
): Promise<FactsOfAll> {
  const source = `read_parquet(${literal(file)})`;
  const urssaf = rights === "A" ? ", delai AS plan, retraitee" : "";
  const rows = await queryRows<ListFacts & { siren: string }>(
    connection,
    `SELECT siren, first_alert AS "firstAlert", recent, alerts, lists${urssaf}
     FROM ${source} SEMI JOIN listed USING (siren) ORDER BY siren`,
  );
  const [list] = await queryRows<{ name: string; first: boolean }>(
    connection,
    `SELECT min(list) AS name, bool_and(change IS NULL) AS first FROM ${source}`,
  );
  return {
    name: list?.name ?? "",
    isFirst: list?.first ?? true,
    bySiren: new Map(rows.map(({ siren, ...facts }) => [siren, facts])),
  };
}
