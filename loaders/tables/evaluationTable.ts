import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SMALL_GROUP } from "../../src/lib/disclosure/primary.js";
import type { EvaluationReport } from "../../src/lib/evaluation.js";
import { type PublicEvaluation, publicEvaluation } from "../../src/lib/publicEvaluation.js";

/** What the site says of the evaluation beside a `model.json`; null when the model has none. */
export async function evaluationTable(model: string): Promise<PublicEvaluation | null> {
  const file = join(dirname(model), "evaluation.json");
  if (!existsSync(file)) return null;
  return publicEvaluation(
    JSON.parse(await readFile(file, "utf8")) as EvaluationReport,
    SMALL_GROUP,
  );
}
