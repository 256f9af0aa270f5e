import type { Origin, OriginMeasures } from "../../src/lib/evaluation.js";
import { fitFrame } from "../../src/lib/fit/fitFrame.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { predict } from "../../src/lib/fit/predict.js";
import type { CompleteSpec } from "../../src/lib/fit/spec.js";
import { splitRows } from "../../src/lib/fit/split.js";
import { HORIZON_MONTHS } from "../../src/lib/horizon.js";
import { type Estimate, estimates, resample } from "../../src/lib/metrics/clusterBootstrap.js";
import { rankedSample } from "../../src/lib/metrics/rankedSample.js";
import type { Evaluation, Model } from "../../src/lib/model.js";
import { type Month, monthText } from "../../src/lib/month.js";
import { variable } from "../features/families.js";
import { outcomeOf } from "./baselines.js";
import type { Resampling } from "./view.js";

/** Months between two origins: the same season each year. Ours. */
const STEP = 12;
/** Origins at most, the last ones. Ours. */
const ORIGINS = 4;
/** Months to learn from without which an origin is left out: one of each season. */
const LEAST_TRAINING = 12;

/** What an origin needs besides its model. */
interface Setting {
  frame: Frame;
  spec: CompleteSpec;
  resampling: Resampling;
}

/**
 * Rolling-origin evaluation (L. Tashman, « Out-of-sample tests of forecasting accuracy », Int. J.
 * Forecasting 16, 2000): the specification is fitted again as on the batch of each origin, from
 * months whose outcome was wholly known then, and tested on the months that follow. What came after
 * is hidden, so that the model of an origin is what it would have been. The last origin is that of
 * the model itself, which is not fitted twice.
 */
export function backtest({ frame, spec, resampling }: Setting, model: Fitted): Origin[] {
  const [first, last] = knownMonths(frame);
  const found: Origin[] = [];
  for (let step = 0; step < ORIGINS; step++) {
    const lastTest = last - step * STEP;
    const origin = lastTest - spec.split.testMonths + 1;
    if (origin - HORIZON_MONTHS - first < LEAST_TRAINING) break;
    const known = hideAfter(frame, lastTest);
    if (!isLearnable(known, origin)) break;
    const fitted = step === 0 ? model : fitFrame(known, spec, variable);
    found.push(originOf(fitted, origin, { frame: known, spec, resampling }));
  }
  return found.reverse();
}

type Fitted = Pick<
  Model,
  "training" | "test" | "evaluation" | "terms" | "base" | "calibration" | "thresholds"
>;

function originOf(fitted: Fitted, origin: Month, setting: Setting): Origin {
  const { training, test, evaluation } = fitted;
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
    auc: areaOf(fitted, setting),
  };
}

/** The area under the curve with its interval, on the test of the origin without strong signals. */
function areaOf(fitted: Fitted, { frame, spec, resampling }: Setting): Estimate {
  const strong = measure(frame, "strong_signal");
  const rows = splitRows(frame, spec).test.filter((row) => strong[row] !== 1);
  const { probability } = predict(fitted, frame, rows);
  const siren = Array.from(rows, (row) => frame.siren[row]!);
  const sample = rankedSample(probability, outcomeOf(frame, rows), siren);
  const { segmentReplicates: replicates, seed } = resampling;
  const drawn = resample(sample, fitted.thresholds, { replicates, seed, slope: false });
  return estimates(drawn).auc!;
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
