import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Batch } from "../../src/lib/batch.js";
import { VigieError } from "../../src/lib/error.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { PERIMETER } from "../perimeterRule.js";
import { BLACKLIST } from "./blacklist.js";
import type { PerimeterReport } from "./report.js";

export interface PerimeterOptions {
  batch: Batch;
  snapshots: string;
  /** False: keep every company. */
  filter: boolean;
  /** A perimeter was among the files. */
  given: boolean;
}

/**
 * Creates table `perimeter` (siren), before the black list, from what is already read: given,
 * inherited by a sub-batch from its parent, else computed from `effectif_ent`. Throws
 * `perimeter-missing` when there is nothing to make it from.
 */
export async function makePerimeter(
  connection: DuckDBConnection,
  options: PerimeterOptions,
): Promise<Pick<PerimeterReport, "kind" | "detail">> {
  const { query, ...perimeter } = await perimeterQuery(connection, options);
  await connection.run(
    `CREATE TEMP TABLE perimeter AS SELECT DISTINCT siren FROM (${query}) ORDER BY siren`,
  );
  return perimeter;
}

async function perimeterQuery(connection: DuckDBConnection, options: PerimeterOptions) {
  const { batch, snapshots, filter, given } = options;
  if (!filter)
    return {
      kind: "none" as const,
      detail: "aucun filtre : toutes les entreprises sont gardées",
      query: "SELECT NULL::VARCHAR AS siren WHERE false",
    };
  if (given)
    return {
      kind: "given" as const,
      detail: "liste de SIREN donnée, moins les entreprises exclues par nature",
      query: 'SELECT siren FROM "filter"',
    };
  if (batch.parent) return inherited(batch.parent, snapshots);
  return computed(connection, batch);
}

function inherited(parent: string, snapshots: string) {
  const file = join(snapshots, parent, "filter.parquet");
  if (!existsSync(file))
    throw new VigieError(
      "perimeter-missing",
      `le périmètre du lot parent ${parent} est introuvable : ${file}`,
      `Importer d’abord le lot ${parent}, donner un périmètre (--perimeter) ou accepter toutes les lignes (--no-filter)`,
      2,
    );
  return {
    kind: "inherited" as const,
    detail: `périmètre du lot ${parent}, moins les entreprises exclues par nature`,
    query: `SELECT siren FROM read_parquet(${literal(file)})`,
  };
}

async function computed(connection: DuckDBConnection, { key, dateFin }: Batch) {
  const [{ last } = { last: null }] = await queryRows<{ last: string | null }>(
    connection,
    `SELECT max(periode) AS last FROM effectif_ent WHERE periode < DATE '${dateFin}'`,
  );
  if (!last)
    throw new VigieError(
      "perimeter-missing",
      `le lot ${key} n’a pas de périmètre : ni fichier « filter*.csv », ni effectifs par entreprise pour le calculer`,
      "Ajouter sigfaible_effectif_siren.csv, donner un périmètre (--perimeter) ou accepter toutes les lignes (--no-filter)",
      2,
    );
  return {
    kind: "computed" as const,
    detail: `entreprises ayant atteint ${PERIMETER.employees} salariés au moins un des ${PERIMETER.monthsInSnapshot} mois finissant en ${last.slice(0, 7)}, moins les exclues par nature`,
    query: `SELECT siren FROM effectif_ent WHERE effectif_ent >= ${PERIMETER.employees}
      AND periode > DATE '${last}' - INTERVAL ${PERIMETER.monthsInSnapshot} MONTH AND periode < DATE '${dateFin}'`,
  };
}

/** Creates table `clean_perimeter`: the perimeter without its black list. */
export async function applyBlacklist(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TEMP TABLE clean_perimeter AS SELECT siren FROM perimeter
      WHERE siren NOT IN (${BLACKLIST}) ORDER BY siren`,
  );
}

/** Number of companies consumers see. */
export async function countCompanies(connection: DuckDBConnection): Promise<number> {
  const [row] = await queryRows<{ rows: string }>(
    connection,
    "SELECT count(*) AS rows FROM clean_filter",
  );
  return Number(row!.rows);
}
