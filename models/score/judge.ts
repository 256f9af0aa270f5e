import { type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import type { Frame } from "../../src/lib/fit/frame.js";
import { type Prediction, predict } from "../../src/lib/fit/predict.js";
import type { Level } from "../../src/lib/levels.js";
import type { Model } from "../../src/lib/model.js";
import type { Rule } from "../../src/lib/rules/rule.js";
import { type Bars, levelAt } from "../../src/lib/thresholds.js";
import { actionableInputs } from "../counterfactual/inputs.js";
import { readFrame } from "../frame.js";
import { rulesRead } from "../rules/adjust.js";
import { rulesOf } from "../rules/rules.js";
import { checkVariables } from "./applicable.js";
import { barsOf } from "./bars.js";
import { featuresOf } from "./features.js";
import { scorableMonth } from "./month.js";
import { readModel } from "./readModel.js";

/** What a model says of its population in one month, before expert rules. */
export interface Judgement {
  model: Model;
  /** First day of the month scored. */
  day: string;
  /** The same, `YYYY-MM`. */
  month: string;
  /** SQL of the rows of the features that make the frame. */
  where: string;
  frame: Frame;
  /** Every row of the frame. */
  rows: Int32Array;
  prediction: Prediction;
  /** Probabilities from which the levels hold for the company of a row. */
  bars: (row: number) => Bars;
  /** Levels of the thresholds alone, row by row. */
  levels: Level[];
  /** Expert rules in force that month; the frame holds what they read. */
  rules: Rule[];
}

export interface JudgeOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** `model.json` of the registry. */
  model: string;
  /** Expert rules, in force or not. */
  rules: readonly Rule[];
}

/**
 * Scores the companies of the model's population in the last month its features are known. Throws a
 * VigieError when the features or the model are absent, or no month can be scored.
 */
export async function judge(
  connection: DuckDBConnection,
  { features, model: file, rules: declared }: JudgeOptions,
): Promise<Judgement> {
  const model = await readModel(file);
  const columns = featuresOf(model);
  await checkVariables(connection, features, columns, model);
  const day = await scorableMonth(connection, features, columns);
  const month = day.slice(0, 7);
  const rules = rulesOf(month, declared);
  const population = model.excludes.map((flag) => `NOT ${flag}`);
  const where = [`periode = ${literal(day)}::DATE`, ...population].join(" AND ");
  const read = [...columns.measures, ...actionableInputs(model), ...rulesRead(rules)];
  const measures = [...new Set(read)];
  const frame = await readFrame(connection, features, { ...columns, measures, where });
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row);
  const prediction = predict(model, frame, rows);
  const bars = barsOf(model, frame, prediction.probability);
  const levels = Array.from(prediction.probability, (one, row) => levelAt(one, bars(row)));
  return { model, day, month, where, frame, rows, prediction, bars, levels, rules };
}
