import { calibrate } from "../calibration.js";
import type { LogisticFit } from "../logistic/fit.js";
import { auc } from "../metrics/auc.js";
import { averagePrecision } from "../metrics/averagePrecision.js";
import { logLoss } from "../metrics/logLoss.js";
import type { Model } from "../model.js";
import { assemble } from "./assemble.js";
import { bothViews } from "./bothViews.js";
import { chooseCalibration } from "./calibrate.js";
import { cautions } from "./cautions.js";
import { checkOutcome, checkWindow } from "./check.js";
import { crossFitted } from "./crossFit.js";
import type { Describe } from "./describe.js";
import { type Frame, type FrameColumns, measure } from "./frame.js";
import { outcomeOf, type PartFit } from "./parts.js";
import { predict } from "./predict.js";
import { describeSample } from "./sample.js";
import type { CompleteSpec, Spec } from "./spec.js";
import { type Split, splitRows } from "./split.js";
import { chooseThresholds } from "./thresholds.js";

/** What a model learns from the data alone. */
export type Fitted = Omit<
  Model,
  "id" | "spec" | "batch" | "fictitious" | "outcome" | "population" | "excludes" | "provenance"
>;

/**
 * All that a model learns from a frame holding the columns of its specification (`specColumns`).
 * Throws a VigieError when a sample or all folds but one hold no event.
 */
export function fitFrame(frame: Frame, spec: CompleteSpec, describe: Describe): Fitted {
  const split = splitRows(frame, spec);
  const samples = {
    training: describeSample(frame, split.training),
    test: describeSample(frame, split.test),
  };
  checkWindow(frame, spec, split.training);
  checkOutcome(outcomeOf(frame, split.test), "de test");
  const learning = { rows: split.training, fold: split.fold };
  const { fits, ...assembled } = assemble(frame, learning, spec, {
    combine: spec.combine,
    inference: true,
    describe,
  });
  const validation = crossFitted(frame, learning, fits);
  const calibration = chooseCalibration(validation, spec);
  const shown = validation.probability.map((value) => calibrate(calibration.map, value));
  const thresholds = chooseThresholds(shown, validation.outcome, spec);
  const equation = { ...assembled, calibration };
  const evaluation = bothViews(equation, thresholds, frame, split.test);
  return {
    ...samples,
    ...equation,
    ...goodness(fits),
    folds: spec.split.folds,
    alternative: compareCombines(frame, split, spec, assembled, describe),
    thresholds,
    ...(spec.perDepartement === undefined
      ? {}
      : { capacity: { perDepartement: spec.perDepartement } }),
    evaluation,
    warnings: [...assembled.warnings, ...cautions(fits, evaluation)],
  };
}

type Equation = Pick<Model, "terms" | "base">;

/** Sums over parts, which learn from different rows. */
function goodness(fits: readonly PartFit[]) {
  const sum = (of: (fit: LogisticFit) => number) =>
    fits.reduce((total, { equation }) => total + of(equation.fit), 0);
  const [n, k, logLik] = [sum((fit) => fit.nUsed), sum((fit) => fit.k), sum((fit) => fit.logLik)];
  return {
    n,
    deviance: sum((fit) => fit.deviance),
    nullDeviance: sum((fit) => fit.nullDeviance),
    logLik,
    aic: 2 * k - 2 * logLik,
    bic: k * Math.log(n) - 2 * logLik,
    iterations: Math.max(...fits.map(({ equation }) => equation.fit.iterations)),
    converged: fits.every(({ equation }) => equation.fit.converged),
  };
}

/** Both ways to put the groups together, on the test without strong signals. */
function compareCombines(
  frame: Frame,
  { training, fold, test }: Split,
  spec: CompleteSpec,
  kept: Equation,
  describe: Describe,
): Model["alternative"] {
  const combine = spec.combine === "stacked" ? "joint" : "stacked";
  const learning = { rows: training, fold };
  const other = assemble(frame, learning, spec, { combine, inference: false, describe });
  const strong = measure(frame, "strong_signal");
  const rows = test.filter((row) => strong[row] !== 1);
  const outcome = outcomeOf(frame, rows);
  const judged = ({ terms, base }: Equation) => {
    const { probability } = predict({ terms, base }, frame, rows);
    return {
      auc: auc(probability, outcome),
      averagePrecision: averagePrecision(probability, outcome),
      logLoss: logLoss(probability, outcome),
    };
  };
  return { combine, kept: judged(kept), other: judged(other) };
}

/** Columns of the features file a specification reads, and the one it falls back on. */
export function specColumns(spec: Spec): FrameColumns {
  const terms = [...spec.terms, ...(spec.fallback?.to.terms ?? [])];
  const flags = [...spec.population.excludes, ...(spec.fallback ? [spec.fallback.flag] : [])];
  const measures = terms.filter(({ as }) => as !== "levels").map(({ feature }) => feature);
  const categories = terms.filter(({ as }) => as === "levels").map(({ feature }) => feature);
  return {
    measures: [...new Set([...measures, ...flags, "strong_signal", "outcome"])],
    categories: [...new Set(categories)],
  };
}
