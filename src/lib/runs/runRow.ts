import type { EvaluationReport } from "../evaluation.js";
import type { Estimate } from "../metrics/clusterBootstrap.js";
import type { Model } from "../model.js";

/** A recorded run as it is told to people: what it was made from and what its test says of it. */
export interface RunRow {
  id: string;
  spec: string;
  batch: string;
  fictitious: boolean;
  seed: number;
  /** Of `features.parquet`. */
  features: string;
  /** Of the code of the fit, as the model has it. */
  code: string;
  training: Pick<Model["training"], "from" | "to" | "rows" | "events">;
  /** Without strong signals. */
  measures: Record<RunMeasure, Estimate | null>;
}

/** A run as notebooks compare it with others. */
export interface ToldRun extends RunRow {
  /** As it was fitted, defaults filled in. */
  specification: unknown;
  terms: Pick<Model["terms"][number], "name" | "label" | "estimate" | "ciLow" | "ciHigh">[];
}

/** Measures runs are compared by, in the order they are shown. */
export const RUN_MEASURES = {
  auc: "AUC",
  averagePrecision: "précision moyenne",
  logLoss: "log-loss",
  brier: "Brier",
  slope: "pente de calibration",
} as const;

export type RunMeasure = keyof typeof RUN_MEASURES;

/** The row of a run. */
export function runRow(
  record: {
    id: string;
    batch: string;
    fictitious: boolean;
    features: string;
    spec: { name: string; seed: number };
  },
  model: Pick<Model, "provenance" | "training">,
  report: Pick<EvaluationReport, "withoutStrongSignals">,
): RunRow {
  const { id, batch, fictitious, features, spec } = record;
  const { from, to, rows, events } = model.training;
  const { measures } = report.withoutStrongSignals;
  return {
    ...{ id, batch, fictitious, features },
    spec: spec.name,
    seed: spec.seed,
    code: model.provenance.code,
    training: { from, to, rows, events },
    measures: Object.fromEntries(
      Object.keys(RUN_MEASURES).map((name) => [name, measures[name] ?? null]),
    ) as RunRow["measures"],
  };
}

/** From the highest area under the ROC curve; equal ones by identifier. */
export function bestFirst(rows: readonly RunRow[]): RunRow[] {
  const area = ({ measures }: RunRow) => measures.auc?.value ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => area(b) - area(a) || (a.id < b.id ? -1 : 1));
}
