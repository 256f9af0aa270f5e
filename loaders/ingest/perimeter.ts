import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Batch } from "../../src/lib/batch.js";
import { VigieError } from "../../src/lib/error.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { PERIMETER, type PerimeterMonths } from "../perimeterRule.js";
import { BLACKLIST } from "./blacklist.js";
import { readManifest } from "./manifest.js";
import type { PerimeterReport } from "./report.js";

export interface PerimeterOptions {
  batch: Batch;
  snapshots: string;
  /** False: keep every company. */
  filter: boolean;
  /** A perimeter was among the files. */
  given: boolean;
  /** Depth of the rule when the perimeter is computed. */
  months: PerimeterMonths;
}

/** What is known of the perimeter before its companies are counted. */
export type Perimeter = Pick<PerimeterReport, "kind" | "months"> & { origin: string };

/**
 * Creates table `perimeter` (siren, suivie), before the black list, from what is already read: given,
 * inherited by a sub-batch from its parent, else computed from `effectif_ent`. `suivie` are the
 * companies of the perimeter of the batch; the others were in it at some month of its ten years, and
 * stay in the tables: without those that failed, past insolvencies would vanish from the series and a
 * model would learn from survivors only. A given list is both. Throws `perimeter-missing` when there
 * is nothing to make it from.
 */
export async function makePerimeter(
  connection: DuckDBConnection,
  options: PerimeterOptions,
): Promise<Perimeter> {
  const { query, ...perimeter } = await perimeterQuery(connection, options);
  await connection.run(
    `CREATE TEMP TABLE perimeter AS SELECT siren, bool_or(suivie) AS suivie FROM (${query})
      GROUP BY siren ORDER BY siren`,
  );
  return perimeter;
}

type Made = Perimeter & { query: string };

async function perimeterQuery(
  connection: DuckDBConnection,
  options: PerimeterOptions,
): Promise<Made> {
  const { batch, snapshots, filter, given, months } = options;
  if (!filter)
    return {
      kind: "none",
      months: null,
      origin: "aucun filtre : toutes les entreprises sont gardées",
      query: "SELECT NULL::VARCHAR AS siren, NULL::BOOLEAN AS suivie WHERE false",
    };
  if (given)
    return {
      kind: "given",
      months: null,
      origin: "liste de SIREN donnée",
      query: 'SELECT siren, true AS suivie FROM "filter"',
    };
  if (batch.parent) return inherited(batch.parent, snapshots);
  return computed(connection, batch, months);
}

async function inherited(parent: string, snapshots: string): Promise<Made> {
  const file = join(snapshots, parent, "filter.parquet");
  if (!existsSync(file))
    throw new VigieError(
      "perimeter-missing",
      `le périmètre du lot parent ${parent} est introuvable : ${file}`,
      `Importer d’abord le lot ${parent}, donner un périmètre (--perimeter) ou accepter toutes les lignes (--no-filter)`,
      2,
    );
  const { perimeter } = await readManifest(join(snapshots, parent));
  return {
    kind: "inherited",
    months: perimeter.months,
    origin: `périmètre du lot ${parent}`,
    query: `SELECT siren, suivie FROM read_parquet(${literal(file)})`,
  };
}

/** Months after the last one that has a value are columns sent empty, and do not count (§1.7). */
async function computed(
  connection: DuckDBConnection,
  { key, dateDebut, dateFin }: Batch,
  months: PerimeterMonths,
): Promise<Made> {
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
  const since = (date: string) => `periode > DATE '${date}' - INTERVAL ${months} MONTH`;
  return {
    kind: "computed",
    months,
    origin: `au moins ${PERIMETER.employees} salariés un des ${months} mois finissant en ${last.slice(0, 7)}, et pour l’historique un des ${months} mois finissant à l’un des mois depuis ${dateDebut.slice(0, 7)}`,
    query: `SELECT siren, ${since(last)} AS suivie FROM effectif_ent
      WHERE effectif_ent >= ${PERIMETER.employees} AND periode < DATE '${dateFin}'
        AND (${since(last)} OR ${since(dateDebut)})`,
  };
}

/** Creates table `clean_perimeter`: the perimeter without its black list. */
export async function applyBlacklist(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TEMP TABLE clean_perimeter AS SELECT siren, suivie FROM perimeter
      WHERE siren NOT IN (${BLACKLIST}) ORDER BY siren`,
  );
}

/** Counts the companies that consumers see, once the clean tables are written. */
export async function reportPerimeter(
  connection: DuckDBConnection,
  { kind, months, origin }: Perimeter,
): Promise<PerimeterReport> {
  const [row] = await queryRows<{ companies: string; history: string }>(
    connection,
    `SELECT (SELECT count(*) FROM clean_filter) AS companies,
      (SELECT count(*) FROM clean_historique) AS history`,
  );
  const [companies, history] = [Number(row!.companies), Number(row!.history)];
  const counts = `${formatCount(companies, "entreprise suivie", "entreprises suivies")}, ${formatCount(history, "gardée", "gardées")} pour l’historique`;
  const excluded = kind === "none" ? "" : ", moins les entreprises exclues par nature";
  return { kind, months, companies, history, detail: `${counts} (${origin}${excluded})` };
}
