import { describe, expect, it } from "vitest";
import type { EvaluationReport, Segment } from "../../src/lib/evaluation.js";
import { publicEvaluation } from "../../src/lib/publicEvaluation.js";

const rate = { value: 0.1, low: 0.05, high: 0.2 };

const segment = (label: string, companies: number, flagged: number, failing: number): Segment =>
  ({
    dimension: "region",
    code: label,
    label,
    rows: 6 * companies,
    companies,
    events: failing,
    eventCompanies: failing,
    flaggedCompanies: flagged,
    small: false,
    measures: { "modere.alertRate": rate, "modere.missRate": rate },
  }) as unknown as Segment;

const published = (...segments: Segment[]) => {
  const view = { measures: { auc: rate, averagePrecision: rate }, gains: [], segments };
  const report = {
    test: { from: "2024-10", to: "2025-03" },
    bootstrap: { replicates: 500 },
    withoutStrongSignals: view,
    baselines: [],
    published: [],
    backtest: [],
    drift: { reference: { from: "2020-01", to: "2023-03" }, months: [], variables: [] },
    variables: [],
  };
  return publicEvaluation(report as unknown as EvaluationReport, 11).fairness;
};

describe("publicEvaluation", () => {
  it("tells the rates of a segment only when eleven companies are on each side", () => {
    const told = published(
      segment("A", 200, 30, 20),
      segment("B", 100, 10, 20),
      segment("C", 100, 11, 10),
      segment("D", 30, 20, 25),
    );
    expect(told.map(({ alertRate }) => alertRate !== null)).toEqual([true, false, true, false]);
    expect(told.map(({ missRate }) => missRate !== null)).toEqual([true, true, false, false]);
  });

  it("hides a second segment when one alone would be given back by the total", () => {
    const told = published(
      segment("A", 200, 30, 20),
      segment("B", 100, 20, 20),
      segment("C", 10, 5, 2),
    );
    expect(told.map(({ companies }) => companies)).toEqual([200, null, null]);
    expect(told.map(({ alertRate }) => alertRate !== null)).toEqual([true, false, false]);
  });
});
