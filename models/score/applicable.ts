import { type DuckDBConnection, literal, queryRows } from "../../loaders/duckdb.js";
import { VigieError } from "../../src/lib/error.js";
import type { FrameColumns } from "../../src/lib/fit/frame.js";
import type { Model } from "../../src/lib/model.js";
import { checkFeatures } from "../frame.js";

/**
 * Throws a VigieError unless a model of the registry may score a batch: a model fitted on a later
 * batch has learned from months this one does not know, and one of generated data says nothing of
 * real companies.
 */
export function checkApplicable(
  model: Pick<Model, "id" | "batch" | "fictitious">,
  { batch, fictitious }: { batch: string; fictitious: boolean },
): void {
  if (model.batch > batch) {
    throw new VigieError(
      "model-from-future",
      `le modèle « ${model.id} » a été ajusté sur le lot ${model.batch}, postérieur au lot ${batch} : il connaît l’issue de mois que ce lot ignore`,
      `Notez un lot à partir de ${model.batch}, ou nommez un modèle ajusté sur le lot ${batch} ou avant.`,
      2,
    );
  }
  if (model.fictitious && !fictitious) {
    throw new VigieError(
      "model-fictitious",
      `le modèle « ${model.id} » a été ajusté sur des données fictives, le lot ${batch} est réel`,
      `Ajustez un modèle sur un lot réel : « vigie fit --batch ${batch} ».`,
      2,
    );
  }
}

/** Throws a VigieError unless the features file has every column a model reads, flags of its population included. */
export async function checkVariables(
  connection: DuckDBConnection,
  file: string,
  { measures, categories }: FrameColumns,
  { id, excludes }: Pick<Model, "id" | "excludes">,
): Promise<void> {
  checkFeatures(file);
  const columns = await queryRows<{ column_name: string }>(
    connection,
    `SELECT column_name FROM (DESCRIBE FROM read_parquet(${literal(file)}))`,
  );
  const present = new Set(columns.map(({ column_name }) => column_name));
  const absent = [...new Set([...measures, ...categories, ...excludes])].filter(
    (name) => !present.has(name),
  );
  if (absent.length === 0) return;
  throw new VigieError(
    "missing-variable",
    `${file} n’a pas ${absent.map((name) => `« ${name} »`).join(", ")}, que lit le modèle « ${id} »`,
    "Recalculez les variables du lot avec « vigie features », ou ajustez le modèle sur ce lot avec « vigie fit ».",
  );
}
