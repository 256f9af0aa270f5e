import { existsSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, literal, queryRows } from "../../loaders/duckdb.js";
import { predict } from "../../src/lib/fit/predict.js";
import type { Level } from "../../src/lib/levels.js";
import { levelAt } from "../../src/lib/thresholds.js";
import { readFrame } from "../frame.js";
import { barsOf } from "../score/bars.js";
import { featuresOf } from "../score/features.js";
import { readModel } from "../score/readModel.js";

export interface Rescoring {
  features: string;
  registry: string;
  /** Identifier of the former model. */
  model: string;
  /** Month of the list, `YYYY-MM-01`. */
  month: string;
}

/**
 * Levels that the former model gives, by its own thresholds, to the companies of the table `changed` in
 * the data of now. Undefined when the registry no longer holds it or the data lack what it reads.
 */
export async function rescore(
  connection: DuckDBConnection,
  { features, registry, model: id, month }: Rescoring,
): Promise<Map<string, Level> | undefined> {
  const file = join(registry, id, "model.json");
  if (!existsSync(file)) return undefined;
  const model = await readModel(file);
  const columns = featuresOf(model);
  if (!(await holds(connection, features, [...columns.measures, ...columns.categories])))
    return undefined;
  // By capacity, ranks depend on the whole population.
  const asked = model.capacity
    ? model.excludes.map((flag) => `NOT ${flag}`)
    : ["siren IN (SELECT siren FROM changed)"];
  const where = [`periode = ${literal(month)}::DATE`, ...asked];
  const frame = await readFrame(connection, features, { ...columns, where: where.join(" AND ") });
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row);
  const { probability } = predict(model, frame, rows);
  const bars = barsOf(model, frame, probability);
  return new Map(frame.siren.map((siren, row) => [siren, levelAt(probability[row]!, bars(row))]));
}

async function holds(
  connection: DuckDBConnection,
  features: string,
  names: readonly string[],
): Promise<boolean> {
  const columns = await queryRows<{ column_name: string }>(
    connection,
    `DESCRIBE FROM read_parquet(${literal(features)})`,
  );
  const present = new Set(columns.map(({ column_name }) => column_name));
  return names.every((name) => present.has(name));
}
