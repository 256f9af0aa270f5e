import type { Establishment } from "../../src/lib/agents.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";
import type { Communes } from "./communes.js";

type Row = Omit<Establishment, "commune"> & { siren: string; code_commune: string | null };

/** Establishments of the listed companies, head office and active ones first, by siren. */
export async function readEstablishments(
  connection: DuckDBConnection,
  communes: Communes,
): Promise<Map<string, Establishment[]>> {
  const rows = await queryRows<Row>(connection, QUERY);
  return bySiren(rows, ({ code_commune, siren, ...row }) => ({
    ...row,
    commune: communes.nameOf(code_commune),
  }));
}

const QUERY = `
  WITH latest AS (
    SELECT siret, effectif FROM clean_effectif
    WHERE effectif IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY siret ORDER BY periode DESC) = 1
  )
  SELECT siren, siret, siege AS "headOffice", est_actif AS active, code_commune, departement, ape,
    CASE WHEN est_actif THEN effectif END AS effectif, date_creation AS created
  FROM clean_sirene SEMI JOIN listed USING (siren) LEFT JOIN latest USING (siret)
  ORDER BY siren, est_actif DESC, siege DESC, siret`;
