import { type DuckDBConnection, literal, queryRows } from "../../loaders/duckdb.js";
import { VigieError } from "../../src/lib/error.js";
import type { FrameColumns } from "../../src/lib/fit/frame.js";
import { checkFeatures } from "../frame.js";

/**
 * Last month to score, `YYYY-MM-01`: the last in which each feature of the model is known for at
 * least one company. Sources are not equally late; scoring past the latest would take everyone's
 * short-time work for average. Throws a VigieError when there is no such month.
 */
export async function scorableMonth(
  connection: DuckDBConnection,
  file: string,
  { measures, categories }: FrameColumns,
): Promise<string> {
  checkFeatures(file);
  const known = [...measures, ...categories].map((name) => `count(${name}) > 0`);
  const [month] = await queryRows<{ periode: string }>(
    connection,
    `SELECT periode FROM read_parquet(${literal(file)})
     GROUP BY periode HAVING ${known.join(" AND ")} ORDER BY periode DESC LIMIT 1`,
  );
  if (month) return month.periode;
  throw new VigieError(
    "no-scorable-month",
    `aucun mois de ${file} ne contient toutes les variables du modèle`,
    "Vérifiez que toutes les sources sont dans le lot, ou ajustez le modèle sur ce lot.",
  );
}
