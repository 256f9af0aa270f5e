import { describe, expect, it } from "vitest";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";
import { manyRows } from "./manyRows.js";

const { design, outcome } = manyRows(500);
const events = outcome.reduce((sum, y) => sum + y, 0);

describe("class weights", () => {
  it("are case weights by class", () => {
    const given = fitRegression(design, outcome, { classWeight: { event: 5, other: 0.5 } });
    const weights = outcome.map((y) => (y === 1 ? 5 : 0.5));
    expect(given).toEqual(fitLogistic(design, outcome, { weights }));
  });

  it("balance the classes at n / (2 n_class), as scikit-learn", () => {
    const balanced = fitRegression(design, outcome, { classWeight: "balanced" });
    const classWeight = { event: 250 / events, other: 250 / (500 - events) };
    expect(balanced).toEqual(fitRegression(design, outcome, { classWeight }));
  });

  it("balance the rows that are fitted, not those left out", () => {
    const values = Float64Array.from(design.values);
    const kept = outcome.map((_, i) => (i % 4 === 0 && outcome[i] === 0 ? 0 : 1));
    kept.forEach((flag, i) => {
      if (flag === 0) values[i * 3] = NaN;
    });
    const incomplete = fitRegression({ ...design, values }, outcome, { classWeight: "balanced" });
    const weighted = fitRegression(design, outcome, { weights: kept, classWeight: "balanced" });
    expect(incomplete.estimates).toEqual(weighted.estimates);
  });
});
