import { type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import type { Level } from "../../src/lib/levels.js";
import type { Adjustment } from "../rules/adjust.js";
import type { Judgement } from "./judge.js";

/** Between the names of rules on their way to DuckDB: a list a row takes five times as long. */
const SEPARATOR = " ";

/** Fills the temporary table `scores`, one row a company, and counts the levels. */
export async function createScores(
  connection: DuckDBConnection,
  { model, frame, day, prediction: { eta, probability }, bars }: Judgement,
  adjustments: readonly Adjustment[],
): Promise<Record<Level, number>> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE lignes (siren VARCHAR, eta DOUBLE,
    probability DOUBLE, seuil_fort DOUBLE, seuil_modere DOUBLE, level_before VARCHAR, level VARCHAR, rules VARCHAR)`);
  const levels: Record<Level, number> = { fort: 0, modere: 0, aucun: 0 };
  const appender = await connection.createAppender("lignes");
  for (let row = 0; row < frame.rows; row++) {
    const { before, level, rules } = adjustments[row]!;
    levels[level]++;
    appender.appendVarchar(frame.siren[row]!);
    appender.appendDouble(eta[row]!);
    appender.appendDouble(probability[row]!);
    const { fort, modere } = bars(row);
    appender.appendDouble(fort);
    appender.appendDouble(modere);
    appender.appendVarchar(before);
    appender.appendVarchar(level);
    appender.appendVarchar(rules.join(SEPARATOR));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`CREATE OR REPLACE TEMP TABLE scores AS
    SELECT siren, DATE '${day}' AS periode, ${literal(model.id)} AS model, eta, probability,
      seuil_fort, seuil_modere, level_before, level,
      CASE WHEN rules = '' THEN [] ELSE string_split(rules, '${SEPARATOR}') END AS rules
    FROM lignes`);
  return levels;
}
