import { type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import { predict } from "../../src/lib/fit/predict.js";
import { completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { splitRows } from "../../src/lib/fit/split.js";
import { monthText } from "../../src/lib/month.js";
import { outcomeOf } from "../evaluate/baselines.js";
import { columnsOf } from "../evaluate/drift.js";
import { readEvaluationFrame } from "../evaluate/evaluationFrame.js";
import { readModel } from "../score/readModel.js";

/** What the rows of the test say of each company and month besides, as far as the file has it. */
const DESCRIBED = [
  "strong_signal",
  "region",
  "departement",
  "section",
  "code_ape_niveau2",
  "effectif",
  "age_entreprise",
  "ratio_dette",
] as const;

/** Query of the test table, in the order of siren and month. */
export const TEST_ROWS = "FROM test_rows ORDER BY siren, periode";

/**
 * Creates the temporary view `test_rows`: the companies and months that the fit of a model kept
 * apart, those of its evaluation, with its log-odds and probability, and what became of them. Throws a
 * VigieError when the features or the model are absent.
 */
export async function createTestRows(
  connection: DuckDBConnection,
  options: { features: string; model: string; spec: Spec },
): Promise<void> {
  const model = await readModel(options.model);
  const spec = completeSpec(options.spec);
  const frame = await readEvaluationFrame(options.features, model, spec);
  const { test } = splitRows(frame, spec);
  const { eta, probability } = predict(model, frame, test);
  const outcome = outcomeOf(frame, test);
  await connection.run(`CREATE OR REPLACE TEMP TABLE scored_row
    (siren VARCHAR, month VARCHAR, eta DOUBLE, probability DOUBLE, outcome BOOLEAN)`);
  const appender = await connection.createAppender("scored_row");
  for (const [at, row] of test.entries()) {
    appender.appendVarchar(frame.siren[row]!);
    appender.appendVarchar(`${monthText(frame.month[row]!)}-01`);
    appender.appendDouble(eta[at]!);
    appender.appendDouble(probability[at]!);
    appender.appendBoolean(outcome[at] === 1);
    appender.endRow();
  }
  appender.closeSync();
  const present = await columnsOf(connection, options.features);
  const described = DESCRIBED.filter((name) => present.has(name));
  await connection.run(`CREATE OR REPLACE TEMP VIEW test_rows AS
    SELECT scored.siren, scored.month::DATE AS periode, eta, probability, scored.outcome,
      ${described.map((name) => `features.${name}`).join(", ")}
    FROM scored_row scored JOIN read_parquet(${literal(options.features)}) features
      ON features.siren = scored.siren AND features.periode = scored.month::DATE`);
}
