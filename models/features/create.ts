import { type DuckDBConnection, queryRows } from "../../loaders/duckdb.js";
import type { Manifest } from "../../loaders/ingest/manifest.js";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import { FAMILIES, VARIABLES } from "./families.js";
import { GRID_QUERY, limitsQuery } from "./grid.js";
import { checkNoLeak } from "./leaks.js";
import { OUTCOME_QUERY } from "./outcome.js";
import type { Variable } from "./variable.js";

/** The columns that are not variables, in order, after `siren`, `periode` and the variables. */
const OUTCOME_COLUMNS = ["en_procedure", "en_defaut", "strong_signal", "outcome"] as const;

/**
 * Creates the temporary table `features` from the `clean_*` views of the connection and the
 * freshness of their sources. Throws a VigieError when contributions or headcounts are empty,
 * or a family reads the future.
 */
export async function createFeatures(
  connection: DuckDBConnection,
  { batch, freshness }: Pick<Manifest, "batch" | "freshness">,
  progress?: Progress,
): Promise<void> {
  checkNoLeak(FAMILIES);
  const tables = [
    { table: "bornes", query: limitsQuery({ batch, freshness }) },
    { table: "grille", query: GRID_QUERY },
    ...FAMILIES,
    { table: "f_issue", query: OUTCOME_QUERY },
    { table: "features", query: FEATURES_QUERY },
  ];
  for (const [index, { table, query }] of tables.entries()) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${query}`);
    if (table === "bornes") await checkLimits(connection);
    progress?.({ item: table, done: index + 1, total: tables.length });
  }
  await dropFamilies(connection);
}

/** What is left to do is a sort of all the columns, the memory of which the families would take. */
async function dropFamilies(connection: DuckDBConnection): Promise<void> {
  for (const { table } of FAMILIES) await connection.run(`DROP TABLE ${table}`);
}

async function checkLimits(connection: DuckDBConnection): Promise<void> {
  const [limits] = await queryRows<{ premier: string | null; debut: string | null }>(
    connection,
    "FROM bornes",
  );
  if (limits?.premier && limits.debut) return;
  throw new VigieError(
    "missing-source",
    "l’instantané ne contient pas de cotisations ou pas d’effectifs d’entreprise",
    "Vérifiez que sigfaible_cotisdues.csv et sigfaible_effectif_siren.csv sont dans le lot, puis relancez « vigie ingest ».",
  );
}

/** Measures become doubles here and not before: until then euros and hours are exact decimals. */
function column({ name, kind }: Variable): string {
  return kind ? name : `CAST(${name} AS DOUBLE) AS ${name}`;
}

const FEATURES_QUERY = `
  SELECT siren, periode,
    ${VARIABLES.map(column).join(",\n    ")},
    ${OUTCOME_COLUMNS.join(", ")}
  FROM grille
    JOIN f_issue USING (siren, periode)
    ${FAMILIES.map(({ table, key = "siren, periode" }) => `LEFT JOIN ${table} USING (${key})`).join("\n    ")}
    , bornes
  WHERE effectif > 0 AND dans_perimetre AND periode >= premier`;
