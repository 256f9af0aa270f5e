import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, withDuckDB } from "../../loaders/duckdb.js";
import { makeFolder } from "../../loaders/folder.js";
import type { Progress } from "../../src/lib/progress.js";
import type { Rule } from "../../src/lib/rules/rule.js";
import { RULES } from "../../src/lib/rules/rules.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { counterfactualsOf } from "../counterfactual/counterfactuals.js";
import { COUNTERFACTUALS, createCounterfactuals } from "../counterfactual/table.js";
import { publish } from "../publish.js";
import { adjustLevels } from "../rules/adjust.js";
import { declaredRules } from "../rules/rules.js";
import { contributionsSql } from "./contributions.js";
import { type Judgement, judge } from "./judge.js";
import { listRecords } from "./records.js";
import { createScores } from "./scores.js";
import { writeLines } from "./writeLines.js";

export interface ScoreOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** `model.json` of the registry. */
  model: string;
  /** Folder that receives `scores.parquet`, `contributions.parquet` and `counterfactuals.parquet`. */
  out: string;
  /** Batch of the list; defaults to that of the model. */
  batch?: string;
  /** Expert rules, in force or not; defaults to those of the registry. */
  rules?: readonly Rule[];
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
 * - `scores.parquet (siren, periode, model, eta, probability, seuil_fort, seuil_modere, level_before,
 *   level, rules)`, eta in log-odds, the probabilities from which its levels hold, the levels before and after expert rules and the names of those that moved it;
 * - `contributions.parquet (siren, periode, term, feature, group, value, contribution)`, one row a
 *   term: `value` is the feature as it was (empty when missing, 0 or 1 for a level), and the model's
 *   `base` plus the contributions of a company is its eta;
 * - `counterfactuals.parquet (siren, periode, level, option, lever, before, after, cost, eta,
 *   probability, level_after)`, one row a change that would lower the level before rules, of the
 *   companies it flags;
 * - `list.jsonl` (`LIST_RECORD`): one line a company flagged before or after expert rules;
 * - `rules.json` (`DeclaredRules`): the expert rules there were, and which were in force.
 *
 * Throws a VigieError when the features or the model are absent, or no month can be scored.
 */
export async function scoreBatch({
  features,
  model: file,
  out,
  batch,
  rules: declared = RULES,
  progress,
}: ScoreOptions): Promise<ScoreSummary> {
  await makeFolder(out);
  return withDuckDB(async (connection, connect) => {
    const judgement = await judge(connection, { features, model: file, rules: declared });
    const { model, day, month, where, frame } = judgement;
    progress?.({ item: "scores", done: 1, total: 2 });
    // DuckDB computes the contributions in its own threads while the rest is made here.
    const [levels] = await Promise.all([
      writeDecisions(connection, judgement, out, batch ?? model.batch),
      publish(
        await connect(),
        contributionsSql(model.terms, { features, where, day }),
        join(out, "contributions.parquet"),
      ),
    ]);
    await writeFile(join(out, "rules.json"), stableJson(declaredRules(month, declared)));
    progress?.({ item: "contributions", done: 2, total: 2 });
    return { model: model.id, month, companies: frame.rows, levels };
  });
}

/** Scores, changes that would lower them, and lines of the list; returns the companies by level. */
async function writeDecisions(
  connection: DuckDBConnection,
  judgement: Judgement,
  out: string,
  batch: string,
): Promise<ScoreSummary["levels"]> {
  const { model, day, frame, rows, prediction, bars } = judgement;
  const adjustments = adjustLevels(judgement.rules, frame, prediction, judgement.levels);
  const levels = await createScores(connection, judgement, adjustments);
  await publish(connection, "FROM scores ORDER BY siren", join(out, "scores.parquet"));
  const counterfactuals = counterfactualsOf(model, frame, rows, prediction, bars);
  await createCounterfactuals(connection, frame, day, counterfactuals);
  await publish(connection, COUNTERFACTUALS, join(out, "counterfactuals.parquet"));
  const records = listRecords(judgement, adjustments, counterfactuals, batch);
  await writeLines(join(out, "list.jsonl"), records);
  return levels;
}
