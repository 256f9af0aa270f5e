import { dirname } from "node:path";
import { withDuckDB } from "../../loaders/duckdb.js";
import type { CalibrationMap } from "../../src/lib/calibration.js";
import { VigieError } from "../../src/lib/error.js";
import { bothViews } from "../../src/lib/fit/bothViews.js";
import { checkOutcome } from "../../src/lib/fit/check.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { outcomeOf } from "../../src/lib/fit/parts.js";
import { predict } from "../../src/lib/fit/predict.js";
import { completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { lastKnownMonth, partOfSiren, splitRows } from "../../src/lib/fit/split.js";
import {
  logOddsOf,
  recalibrateOnOutcomes,
  shiftToRate,
} from "../../src/lib/metrics/recalibrate.js";
import type { Model, RecalibrationRecord } from "../../src/lib/model.js";
import { monthText } from "../../src/lib/month.js";
import { readEvaluationFrame } from "../evaluate/evaluationFrame.js";
import { readFrame } from "../frame.js";
import { featuresOf } from "../score/features.js";
import { scorableMonth } from "../score/month.js";
import { readModel } from "../score/readModel.js";
import { sha256 } from "../sha256.js";
import { storeModel } from "./store.js";

export interface RecalibrateOptions {
  /** `features.parquet` of the batch to recalibrate on. */
  features: string;
  /** `model.json` of the registry; the new model is written in the same registry. */
  model: string;
  /** The specification the model was fitted from. */
  spec: Spec;
  /** Batch of the features. */
  batch: string;
  /** Share of companies that will fail, given; absent: taken from the last known outcomes. */
  rate?: number | undefined;
}

/**
 * The same model with its probability put right when the base rate has moved, stored as another one:
 * coefficients, contributions and ranks are those of the first, the last step of the probability and
 * its evaluation change; thresholds stay probabilities.
 *
 * With a rate, the log-odds of the companies of the last scorable month are shifted so that their
 * mean probability is that rate. Without, the last months with a known outcome decide, on companies
 * the test never uses and months the fit never saw (`recalibrateOnOutcomes`).
 *
 * Throws a VigieError when the features or the model are absent, the rate is not between 0 and 1,
 * or no outcome is known after the training.
 */
export async function recalibrateModel(options: RecalibrateOptions): Promise<Model> {
  const model = await readModel(options.model);
  const { rate, batch } = options;
  if (rate !== undefined && !(rate > 0 && rate < 1)) throw impossibleRate(rate);
  const spec = completeSpec(options.spec);
  const frame = await readEvaluationFrame(options.features, model, spec);
  const record =
    rate === undefined ? fromOutcomes(model, frame, spec) : await fromRate(model, options, rate);
  const calibration = { ...model.calibration, map: moved(model.calibration.map, record) };
  const changed = {
    ...model,
    id: `${model.id}-recale-${batch}${rate === undefined ? "" : `-taux-${rate}`}`,
    calibration,
    evaluation: bothViews(
      { ...model, calibration },
      model.thresholds,
      frame,
      splitRows(frame, spec).test,
    ),
    recalibration: { ...record, model: model.id, batch, features: await sha256(options.features) },
  };
  await storeModel(changed, dirname(dirname(options.model)));
  return changed;
}

type Moves = Omit<RecalibrationRecord, "batch" | "features">;

/** What the map starts from: the probability shown, or that of the log-odds when steps made it flat. */
function startOf({ calibration: { map }, ...model }: Model, frame: Frame, rows: Int32Array) {
  const calibration = map.kind === "isotonic" ? {} : { calibration: { map, candidates: [] } };
  return logOddsOf(predict({ ...model, ...calibration }, frame, rows).probability);
}

function fromOutcomes(model: Model, frame: Frame, spec: ReturnType<typeof completeSpec>): Moves {
  const outcome = measure(frame, "outcome");
  const last = lastKnownMonth(frame, outcome);
  const first = last - spec.split.testMonths + 1;
  const excluded = model.excludes.map((flag) => measure(frame, flag));
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row).filter(
    (row) =>
      frame.month[row]! >= first &&
      monthText(frame.month[row]!) > model.training.to &&
      !Number.isNaN(outcome[row]) &&
      excluded.every((flag) => flag[row] !== 1) &&
      partOfSiren(frame.siren[row]!, spec) !== "test",
  );
  const known = outcomeOf(frame, rows);
  checkOutcome(known, "de recalage");
  const sirens = Array.from(rows, (row) => frame.siren[row]!);
  const { intercept, slope, slopeTest } = recalibrateOnOutcomes(
    startOf(model, frame, rows),
    known,
    sirens,
  );
  const rate = known.reduce((sum, value) => sum + value, 0) / known.length;
  const months = { from: monthText(first), to: monthText(last) };
  return { by: "outcomes", rate, intercept, slope, slopeTest, ...months, rows: rows.length };
}

async function fromRate(
  model: Model,
  { features }: RecalibrateOptions,
  rate: number,
): Promise<Moves> {
  return withDuckDB(async (connection) => {
    const columns = featuresOf(model);
    const day = await scorableMonth(connection, features, columns);
    const where = [`periode = DATE '${day}'`, ...model.excludes.map((flag) => `NOT ${flag}`)];
    const frame = await readFrame(connection, features, { ...columns, where: where.join(" AND ") });
    const rows = Int32Array.from({ length: frame.rows }, (_, row) => row);
    const intercept = shiftToRate(startOf(model, frame, rows), rate);
    const month = day.slice(0, 7);
    return { by: "rate", rate, intercept, slope: 1, from: month, to: month, rows: frame.rows };
  });
}

/** Platt's map of a Platt's map is one; a map in steps is left for it. */
function moved(map: CalibrationMap, { intercept, slope }: Moves): CalibrationMap {
  if (map.kind !== "platt") return { kind: "platt", intercept, slope };
  return { kind: "platt", intercept: intercept + slope * map.intercept, slope: slope * map.slope };
}

function impossibleRate(rate: number): VigieError {
  return new VigieError(
    "rate",
    `un taux de ${rate} est impossible`,
    "Donnez la part attendue d’entreprises défaillantes dans les 18 mois, entre 0 et 1 exclus : 0,03 s’écrit --rate 0.03.",
    2,
  );
}
