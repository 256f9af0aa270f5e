import { beforeAll, describe, expect, it } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { variable } from "../../../models/features/families.js";
import { readFrame } from "../../../models/frame.js";
import { fitFrame } from "../../../src/lib/fit/fitFrame.js";
import { type Frame, measure } from "../../../src/lib/fit/frame.js";
import { predict } from "../../../src/lib/fit/predict.js";
import { completeSpec, type Spec } from "../../../src/lib/fit/spec.js";
import { sigmoid } from "../../../src/lib/logistic/predict.js";
import { PANEL_SPEC, writePanel } from "./panel.js";

const terms = PANEL_SPEC.terms.filter(({ feature }) => feature !== "dette_presente");
const from: Spec = { ...PANEL_SPEC, name: "sans", terms };
const to: Spec = { ...PANEL_SPEC, name: "avec", terms };
const COMBINED: Spec = {
  ...PANEL_SPEC,
  name: "ensemble",
  terms,
  fallback: { flag: "dette_presente", from, to },
};

let frame: Frame;
let model: ReturnType<typeof fitFrame>;

beforeAll(async () => {
  const file = await writePanel(300);
  frame = await withDuckDB((connection) =>
    readFrame(connection, file, {
      measures: ["ratio_dette", "dette_presente", "en_procedure", "strong_signal", "outcome"],
      categories: ["section"],
    }),
  );
  model = fitFrame(frame, completeSpec(COMBINED), variable);
});

describe("a combination of two specifications", () => {
  it("says which equation scores whom, each learned from its own companies", () => {
    expect(model.parts.map(({ spec, gate }) => [spec, gate])).toEqual([
      ["sans", { flag: "dette_presente", value: 0 }],
      ["avec", { flag: "dette_presente", value: 1 }],
    ]);
    const learned = model.parts.map(({ training }) => training.rows);
    expect(learned[0]! + learned[1]!).toBe(model.training.rows);
  });

  it("base plus contributions is the log-odds of every row, and the other equation adds exactly 0", () => {
    const rows = Int32Array.from({ length: 500 }, (_, row) => row);
    const { eta, probability, contributions, terms: shown } = predict(model, frame, rows);
    const flag = measure(frame, "dette_presente");
    for (const row of rows) {
      const sum = contributions.reduce((total, line) => total + line[row]!, model.base);
      expect(Math.abs(sum - eta[row]!)).toBeLessThan(1e-9);
      if (model.calibration.map.kind === "none") {
        expect(probability[row]).toBe(sigmoid(eta[row]!));
      }
      for (const [order, term] of shown.entries()) {
        if (term.gate && term.gate.value !== flag[row]) expect(contributions[order]![row]).toBe(0);
      }
    }
  });

  it("names each term once and gives each a positive error", () => {
    const names = model.terms.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("avec:ratio_dette");
    for (const { stdError } of model.terms) expect(stdError).toBeGreaterThan(0);
    for (const [index, { stdError }] of model.terms.entries()) {
      expect(Math.sqrt(model.vcov[index]![index]!)).toBeCloseTo(stdError, 10);
    }
  });

  it("the gap between the equations is the effect that made it, within four standard errors", () => {
    const gap = model.terms.find(({ name }) => name === "dette_presente")!;
    expect(Math.abs(gap.estimate - 0.8)).toBeLessThan(4 * gap.stdError);
  });
});

describe("a rebalanced sample", () => {
  it("gives the coefficients of the whole one within four errors, the constant included", () => {
    const whole = fitFrame(frame, completeSpec(PANEL_SPEC), variable);
    const half = fitFrame(frame, completeSpec({ ...PANEL_SPEC, keptNonEvents: 0.4 }), variable);
    expect(half.n).toBeLessThan(0.7 * whole.n);
    for (const [index, { estimate, stdError }] of half.terms.entries()) {
      expect(Math.abs(estimate - whole.terms[index]!.estimate)).toBeLessThan(4 * stdError);
    }
  });
});
