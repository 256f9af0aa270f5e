import type { Origin, OriginMeasures } from "../../src/lib/evaluation.js";
import type { Evaluation, Model } from "../../src/lib/model.js";
import { type Month, monthText } from "../../src/lib/month.js";
import { HORIZON_MONTHS } from "../features/outcome.js";
import { fitFrame } from "../fit/fit.js";
import { type Frame, measure } from "../frame.js";
import type { CompleteSpec } from "../specs/spec.js";

/** Months between two origins: the same season each year. Ours. */
const STEP = 12;
/** Origins at most, the last ones. Ours. */
const ORIGINS = 4;
/** Months to learn from without which an origin is left out: one of each season. */
const LEAST_TRAINING = 12;

/**
 * Rolling-origin evaluation (L. Tashman, « Out-of-sample tests of forecasting accuracy », Int. J.
 * Forecasting 16, 2000): the specification is fitted again as on the batch of each origin, from
 * months whose outcome was wholly known then, and tested on the months that follow. What came after
 * is hidden, so that the model of an origin is what it would have been. The last origin is that of
 * the model itself, which is not fitted twice.
 */
export function backtest(frame: Frame, spec: CompleteSpec, model: Fitted): Origin[] {
  const [first, last] = knownMonths(frame);
  const found: Origin[] = [];
  for (let step = 0; step < ORIGINS; step++) {
    const lastTest = last - step * STEP;
    const origin = lastTest - spec.split.testMonths + 1;
    if (origin - HORIZON_MONTHS - first < LEAST_TRAINING) break;
    const known = hideAfter(frame, lastTest);
    if (!isLearnable(known, origin)) break;
    found.push(originOf(step === 0 ? model : fitFrame(known, spec), origin));
  }
  return found.reverse();
}

type Fitted = Pick<Model, "training" | "test" | "evaluation">;

function originOf({ training, test, evaluation }: Fitted, origin: Month): Origin {
  return {
    month: monthText(origin),
    training: {
      from: training.from,
      to: training.to,
      rows: training.rows,
      events: training.events,
    },
    test: { from: test.from, to: test.to, rows: test.rows, events: test.events },
    withStrongSignals: measuresOf(evaluation.withStrongSignals),
    withoutStrongSignals: measuresOf(evaluation.withoutStrongSignals),
  };
}

function measuresOf({
  auc,
  averagePrecision,
  brier,
  calibration,
  confusion,
}: Evaluation): OriginMeasures {
  const { precision, recall } = confusion.modere;
  const { intercept, slope } = calibration;
  return { auc, averagePrecision, brier, inTheLarge: intercept, slope, precision, recall };
}

/** The same rows with the outcomes of later months unknown. */
function hideAfter(frame: Frame, last: Month): Frame {
  const outcome = measure(frame, "outcome").map((value, row) =>
    frame.month[row]! > last ? Number.NaN : value,
  );
  return { ...frame, measures: new Map([...frame.measures, ["outcome", outcome]]) };
}

/** A fit needs events to learn from and events to be tested on. */
function isLearnable(frame: Frame, origin: Month): boolean {
  const outcome = measure(frame, "outcome");
  let [before, after] = [0, 0];
  for (let row = 0; row < frame.rows; row++) {
    if (outcome[row] !== 1) continue;
    if (frame.month[row]! + HORIZON_MONTHS < origin) before++;
    if (frame.month[row]! >= origin) after++;
  }
  return before > 0 && after > 0;
}

function knownMonths(frame: Frame): [Month, Month] {
  const outcome = measure(frame, "outcome");
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < frame.rows; row++) {
    if (Number.isNaN(outcome[row])) continue;
    first = Math.min(first, frame.month[row]!);
    last = Math.max(last, frame.month[row]!);
  }
  return [first, last];
}
