import type { DuckDBConnection } from "../../loaders/duckdb.js";
import { type Frame, measure } from "../frame.js";
import { encode } from "../terms/encode.js";
import { gateOf, type Prediction } from "./predict.js";

/** Fills the temporary table `contributions`, one row a company and term that speaks of it, terms in `ordre`. */
export async function createContributions(
  connection: DuckDBConnection,
  frame: Frame,
  month: string,
  { terms, contributions }: Prediction,
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE lignes (siren VARCHAR, ordre INTEGER,
    value DOUBLE, contribution DOUBLE)`);
  const appender = await connection.createAppender("lignes");
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row);
  for (const [order, term] of terms.entries()) {
    const isLevel = term.transform.kind === "level";
    const values = isLevel ? encode(term, frame, rows) : measure(frame, term.feature);
    const isOpen = gateOf(term, frame, rows);
    for (const row of rows) {
      if (!isOpen(row)) continue;
      appender.appendVarchar(frame.siren[row]!);
      appender.appendInteger(order);
      if (Number.isNaN(values[row])) appender.appendNull();
      else appender.appendDouble(values[row]!);
      appender.appendDouble(contributions[order]![row]!);
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE termes (ordre INTEGER, term VARCHAR, feature VARCHAR, groupe VARCHAR)",
  );
  const catalogue = await connection.createAppender("termes");
  for (const [order, { name, feature, group }] of terms.entries()) {
    catalogue.appendInteger(order);
    for (const text of [name, feature, group]) catalogue.appendVarchar(text);
    catalogue.endRow();
  }
  catalogue.closeSync();
  await connection.run(`CREATE OR REPLACE TEMP TABLE contributions AS
    SELECT siren, DATE '${month}' AS periode, term, feature, groupe AS "group", value, contribution,
      ordre
    FROM lignes JOIN termes USING (ordre)`);
}
