import codes from "@socialgouv/codes-naf";
import { sectionOfApeSql } from "../../src/lib/sections.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import type { Communes } from "./communes.js";

/** What the registers say of a company, nulls where they say nothing. */
export interface Identity {
  siren: string;
  name: string;
  legalCategory: string | null;
  ape: string | null;
  apeLabel: string | null;
  section: string | null;
  created: string | null;
  departement: string | null;
  commune: string | null;
  /** Proceeding on the first day of the batch month, null when in bonis. */
  procol: string | null;
}

const APE_LABELS: ReadonlyMap<string, string> = new Map(
  codes.map(({ id, label }): [string, string] => [id, label]),
);

type Row = Omit<Identity, "apeLabel" | "commune"> & { code_commune: string | null };

/** Identity of every listed company, by siren. */
export async function readIdentities(
  connection: DuckDBConnection,
  communes: Communes,
): Promise<Map<string, Identity>> {
  const rows = await queryRows<Row>(connection, QUERY);
  return new Map(
    rows.map(({ code_commune, ...row }): [string, Identity] => [
      row.siren,
      {
        ...row,
        apeLabel: (row.ape && APE_LABELS.get(row.ape)) || null,
        commune: communes.nameOf(code_commune),
      },
    ]),
  );
}

const QUERY = `
  WITH head_office AS (
    SELECT siren, departement, code_commune FROM clean_sirene WHERE siege
    QUALIFY row_number() OVER (PARTITION BY siren ORDER BY est_actif DESC, siret) = 1
  ), unit AS (
    SELECT siren, raison_sociale, categorie_juridique, activite_principale, date_creation
    FROM clean_sirene_ul
  ), proceeding AS (
    SELECT siren, libelle_procol AS procol FROM clean_procol_at_date
    WHERE periode = (SELECT max(periode) FROM clean_procol_at_date)
  )
  SELECT siren, coalesce(raison_sociale, 'Entreprise ' || siren) AS name,
    categorie_juridique AS "legalCategory", activite_principale AS ape,
    ${sectionOfApeSql("activite_principale")} AS section, date_creation AS created,
    departement, code_commune, procol
  FROM listed LEFT JOIN unit USING (siren) LEFT JOIN head_office USING (siren)
    LEFT JOIN proceeding USING (siren)
  ORDER BY siren`;
