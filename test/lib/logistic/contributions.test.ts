import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../src/lib/logistic/contributions.js";
import { columnMeans } from "../../../src/lib/logistic/means.js";
import { linearPredictor } from "../../../src/lib/logistic/predict.js";
import { fromColumns } from "./fromColumns.js";

const value = fc.double({ min: -100, max: 100, noNaN: true });

describe("explain", () => {
  it("splits the linear predictor exactly: base and contributions sum to it at 1e-12", () => {
    const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(value, rows, (intercept, terms) => {
        const slopes = terms.map(([slope]) => slope);
        const means = terms.map(([, mean]) => mean);
        const row = terms.map(([, , x]) => x);
        const { base, contributions, eta } = explain(intercept, slopes, means, row);
        const sum = contributions.reduce((total, part) => total + part, base);
        const direct = slopes.reduce((total, slope, j) => total + slope * row[j]!, intercept);
        const size = slopes.reduce((total, slope) => total + 200 * Math.abs(slope), 100);
        expect(Math.abs(sum - eta)).toBeLessThan(1e-12 * size);
        expect(Math.abs(direct - eta)).toBeLessThan(1e-12 * size);
      }),
    );
  });

  it("gives an aliased term no part", () => {
    expect([...explain(1, [2, NaN], [0, 5], [3, 7]).contributions]).toEqual([6, 0]);
  });

  it("gives a row of means the base alone", () => {
    const means = columnMeans(fromColumns({ a: [1, 2, 6], b: [0, 0, 1] }));
    expect([...means]).toEqual([3, 1 / 3]);
    expect(explain(0.5, [1, -3], means, means)).toEqual({
      base: 2.5,
      contributions: Float64Array.of(0, -0),
      eta: 2.5,
    });
  });
});

describe("linearPredictor", () => {
  const fit = { names: ["(Intercept)", "a", "b"], estimates: Float64Array.of(1, 2, NaN) };

  it("adds the offset, ignores an aliased term and leaves NaN for a missing value", () => {
    const design = fromColumns({ a: [1, NaN], b: [5, 5] });
    expect([...linearPredictor(fit, design, Float64Array.of(10, 10))]).toEqual([13, NaN]);
  });

  it("refuses columns in another order than the fit's, naming both lists", () => {
    expect(() => linearPredictor(fit, fromColumns({ b: [1], a: [1] }))).toThrow(
      "Colonnes du modèle : a, b ; colonnes reçues : b, a",
    );
  });
});
