import type { EvaluationReport } from "../evaluation.js";
import type { Estimate } from "../metrics/clusterBootstrap.js";
import type { Model } from "../model.js";

/** A fitted model and what its test says of it. */
export interface Judged {
  model: Pick<Model, "converged" | "warnings">;
  report: Pick<EvaluationReport, "withoutStrongSignals">;
}

/** One condition of a promotion, in French, with what was found and what was asked. */
export interface Criterion {
  name:
    | "convergence"
    | "separation"
    | "alerts"
    | "leak"
    | "auc"
    | "averagePrecision"
    | "slope"
    | "inTheLarge";
  label: string;
  value: number | null;
  /** At least `low`, at most `high`; an absent bound does not bind. */
  limit: { low?: number; high?: number };
  passed: boolean;
}

/**
 * A calibration slope out of these bounds misstates high or low risks by a quarter: a judgement of
 * the team, on the scale of E. Steyerberg (« Clinical Prediction Models », 2nd ed., 2019, ch. 15),
 * for whom slopes under 0.8 show a model that fits its own sample too closely.
 */
export const SLOPE = { low: 0.8, high: 1.25 };

/** Log-odds: a mean risk told half as large again as it is, or two thirds of it; a judgement as well. */
export const IN_THE_LARGE = { low: -0.4, high: 0.4 };

/** Of a score drawn at random. */
const CHANCE = 0.5;

/** No signal known a year ahead ranks failures this well: the outcome is among the variables. */
export const LEAKING_AUC = 0.99;

/**
 * What a run must meet to replace the model in production, judged without strong signals. Ranking is
 * not to be worse than the lower bound of the production model's 95 % interval. Calibration fails when its whole interval is out of bounds.
 */
export function gate({ model, report }: Judged, production: Judged): Criterion[] {
  const { measures } = report.withoutStrongSignals;
  const before = production.report.withoutStrongSignals.measures;
  const count = (code: string) => model.warnings.filter((warning) => warning.code === code).length;
  const auc = measures.auc?.value ?? null;
  return [
    atMost("convergence", "équations qui n’ont pas convergé", model.converged ? 0 : 1, 0),
    atMost("separation", "avertissements de séparation", count("separation"), 0),
    atMost("alerts", "seuils qui ne signalent personne", count("flags-nobody"), 0),
    atMost("leak", "AUC trop belle pour être vraie", auc !== null && auc >= LEAKING_AUC ? 1 : 0, 0),
    atLeast("auc", "AUC", auc, before.auc?.low ?? CHANCE),
    atLeast(
      "averagePrecision",
      "précision moyenne",
      measures.averagePrecision?.value ?? null,
      before.averagePrecision?.low ?? measures.eventRate?.value ?? 0,
    ),
    within("slope", "pente de calibration", measures.slope, SLOPE),
    within("inTheLarge", "calibration d’ensemble", measures.inTheLarge, IN_THE_LARGE),
  ];
}

function atMost(name: Criterion["name"], label: string, value: number, high: number): Criterion {
  return { name, label, value, limit: { high }, passed: value <= high };
}

function atLeast(
  name: Criterion["name"],
  label: string,
  value: number | null,
  low: number,
): Criterion {
  return { name, label, value, limit: { low }, passed: value !== null && value >= low };
}

function within(
  name: Criterion["name"],
  label: string,
  found: Estimate | undefined,
  limit: { low: number; high: number },
): Criterion {
  const value = found?.value ?? null;
  const [low, high] = [found?.low ?? value, found?.high ?? value];
  const passed = low !== null && high !== null && low <= limit.high && high >= limit.low;
  return { name, label, value, limit, passed };
}
