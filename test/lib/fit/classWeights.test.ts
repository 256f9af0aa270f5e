import { describe, expect, it } from "vitest";
import { classWeightsOf, weightOffset } from "../../../src/lib/fit/classWeights.js";
import { regress } from "../../../src/lib/fit/regress.js";
import type { Sheet } from "../../../src/lib/fit/sheet.js";

const outcome = Float64Array.from({ length: 400 }, (_, row) => (row % 10 === 0 ? 1 : 0));
const exposed = Float64Array.from({ length: 400 }, (_, row) =>
  row % 20 === 0 || row % 7 === 0 ? 1 : 0,
);
const sheet = (extra: Partial<Sheet> = {}): Sheet => ({
  columns: [
    {
      name: "expose",
      feature: "expose",
      group: "profil",
      label: "Exposée",
      unit: "",
      transform: { kind: "indicator" },
    },
  ],
  design: { names: ["expose"], rows: 400, values: exposed },
  outcome,
  fold: new Int32Array(400),
  company: Int32Array.from({ length: 400 }, (_, row) => row),
  companies: 400,
  offset: 0,
  ...extra,
});

describe("class weights", () => {
  it("« balanced » gives both classes the same total, as scikit-learn does: n / (2 n_class)", () => {
    expect(classWeightsOf(outcome, { classWeights: "balanced" })).toEqual({
      event: 400 / 80,
      other: 400 / 720,
    });
    expect(classWeightsOf(outcome, { classWeights: "none" })).toBeUndefined();
  });

  it("leave a saturated regression where it was once the prior is put back: the odds of each cell are the data's", () => {
    const weights = classWeightsOf(outcome, { classWeights: "balanced" })!;
    const plain = regress(sheet(), { kind: "none" });
    const weighted = regress(sheet({ weights, offset: weightOffset(weights) }), { kind: "none" });
    for (const [index, estimate] of plain.estimates.entries()) {
      expect(weighted.estimates[index]).toBeCloseTo(estimate, 9);
    }
  });

  it("without the prior put back, announce half of events where there is a tenth", () => {
    const weights = classWeightsOf(outcome, { classWeights: "balanced" })!;
    const plain = regress(sheet(), { kind: "none" });
    const uncorrected = regress(sheet({ weights }), { kind: "none" });
    expect(uncorrected.estimates[0]! - plain.estimates[0]!).toBeCloseTo(weightOffset(weights), 9);
    expect(weightOffset(weights)).toBeCloseTo(Math.log(9), 12);
  });
});

describe("regress on separated data", () => {
  const separated = sheet({
    design: {
      names: ["expose"],
      rows: 400,
      values: outcome.map((y, row) => (y === 1 && row < 200 ? 1 : 0)),
    },
  });

  it("falls back on Firth's penalty and names the column that separates by its label", () => {
    const fit = regress(separated, { kind: "none" });
    expect(fit.converged).toBe(true);
    expect(fit.warnings).toHaveLength(1);
    expect(fit.warnings[0]).toMatchObject({ code: "separation", terms: ["expose"] });
    expect(fit.warnings[0]!.message).toContain("« Exposée » sépare exactement");
    expect(fit.warnings[0]!.message).toContain("Firth");
  });

  it("gives the closed form of a 2 × 2 table: Firth adds half a case to each cell (Heinze and Schemper, 2002)", () => {
    const { estimates } = regress(separated, { kind: "none" });
    const [events, others] = [20, 360];
    expect(estimates[0]).toBeCloseTo(Math.log((events + 0.5) / (others + 0.5)), 6);
    expect(estimates[1]).toBeCloseTo(Math.log(20.5 / 0.5) - estimates[0]!, 6);
  });
});
