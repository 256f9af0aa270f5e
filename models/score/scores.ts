import { type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import type { Level } from "../../src/lib/levels.js";
import type { Model } from "../../src/lib/model.js";
import type { Frame } from "../frame.js";
import { levelOf } from "./level.js";
import type { Prediction } from "./predict.js";

/** Fills the temporary table `scores`, one row a company, and counts the levels. */
export async function createScores(
  connection: DuckDBConnection,
  model: Model,
  frame: Frame,
  month: string,
  { eta, probability }: Prediction,
): Promise<Record<Level, number>> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE lignes (siren VARCHAR, eta DOUBLE,
    probability DOUBLE, level VARCHAR)`);
  const levels: Record<Level, number> = { fort: 0, modere: 0, aucun: 0 };
  const appender = await connection.createAppender("lignes");
  for (let row = 0; row < frame.rows; row++) {
    const level = levelOf(probability[row]!, model.thresholds);
    levels[level]++;
    appender.appendVarchar(frame.siren[row]!);
    appender.appendDouble(eta[row]!);
    appender.appendDouble(probability[row]!);
    appender.appendVarchar(level);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`CREATE OR REPLACE TEMP TABLE scores AS
    SELECT siren, DATE '${month}' AS periode, ${literal(model.id)} AS model, eta, probability, level
    FROM lignes`);
  return levels;
}
