import { join } from "node:path";
import { literal, withDuckDB } from "../../loaders/duckdb.js";
import { makeFolder } from "../../loaders/folder.js";
import type { Progress } from "../../src/lib/progress.js";
import { readFrame } from "../frame.js";
import { publish } from "../publish.js";
import { createContributions } from "./contributions.js";
import { featuresOf } from "./features.js";
import { scorableMonth } from "./month.js";
import { predict } from "./predict.js";
import { readModel } from "./readModel.js";
import { createScores } from "./scores.js";

export interface ScoreOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** `model.json` of the registry. */
  model: string;
  /** Folder that receives `scores.parquet` and `contributions.parquet`. */
  out: string;
  progress?: Progress;
}

export interface ScoreSummary {
  model: string;
  /** Month scored, `YYYY-MM`. */
  month: string;
  companies: number;
  levels: { fort: number; modere: number; aucun: number };
}

/**
 * Scores the companies of the model's population in the last month its features are known, and
 * writes, ordered by siren:
 * - `scores.parquet (siren, periode, model, eta, probability, level)`, eta in log-odds;
 * - `contributions.parquet (siren, periode, term, feature, group, value, contribution)`, one row a
 *   term: `value` is the feature as it was (empty when missing, 0 or 1 for a level), and the model's
 *   `base` plus the contributions of a company is its eta.
 *
 * Throws a VigieError when the features or the model are absent, or no month can be scored.
 */
export async function scoreBatch({
  features,
  model: file,
  out,
  progress,
}: ScoreOptions): Promise<ScoreSummary> {
  const model = await readModel(file);
  const columns = featuresOf(model);
  await makeFolder(out);
  return withDuckDB(async (connection) => {
    const month = await scorableMonth(connection, features, columns);
    const population = model.excludes.map((flag) => `NOT ${flag}`);
    const where = [`periode = ${literal(month)}::DATE`, ...population].join(" AND ");
    const frame = await readFrame(connection, features, { ...columns, where });
    const prediction = predict(
      model,
      frame,
      Int32Array.from({ length: frame.rows }, (_, row) => row),
    );
    progress?.({ item: "scores", done: 1, total: 2 });
    const levels = await createScores(connection, model, frame, month, prediction);
    await createContributions(connection, frame, month, prediction);
    await publish(connection, "FROM scores ORDER BY siren", join(out, "scores.parquet"));
    await publish(
      connection,
      "SELECT * EXCLUDE (ordre) FROM contributions ORDER BY siren, ordre",
      join(out, "contributions.parquet"),
    );
    progress?.({ item: "contributions", done: 2, total: 2 });
    return { model: model.id, month: month.slice(0, 7), companies: frame.rows, levels };
  });
}
