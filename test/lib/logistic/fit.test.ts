import { describe, expect, it } from "vitest";
import { VigieError } from "../../../src/lib/error.js";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { linearPredictor } from "../../../src/lib/logistic/predict.js";
import { fromColumns } from "./fromColumns.js";

const none = (rows: number) => ({ names: [], rows, values: new Float64Array(0) });

/** Weight, power and transmission of the 32 cars of Motor Trend 1974 (Henderson & Velleman 1981). */
const CARS = {
  wt: [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25,
    5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17,
    2.77, 3.57, 2.78,
  ],
  hp: [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65,
    97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
  ],
};
const MANUAL = [
  1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
];

describe("fitLogistic", () => {
  it("gives the textbook fit of mtcars: am ~ wt + hp (R 4.2.2)", () => {
    const fit = fitLogistic(fromColumns(CARS), Float64Array.from(MANUAL));
    const estimates = [18.8662987172042, -8.08347518244465, 0.0362555960822166];
    const stdErrors = [7.4435584279817, 3.06867527539058, 0.017734154331947];
    estimates.forEach((value, j) => {
      expect(Math.abs(fit.estimates[j]! - value)).toBeLessThan(1e-8 * stdErrors[j]!);
      expect(Math.abs(fit.stdErrors[j]! / stdErrors[j]! - 1)).toBeLessThan(1e-8);
    });
    expect(fit.deviance).toBeCloseTo(10.059110472267, 10);
    expect(fit.aic).toBeCloseTo(16.059110472267, 10);
  });

  it("with no column gives the log-odds of the mean and 1/√(n p (1−p))", () => {
    const fit = fitLogistic(none(4), Float64Array.of(0, 0, 0, 1));
    expect(fit.estimates[0]).toBeCloseTo(Math.log(1 / 3), 14);
    expect(fit.stdErrors[0]).toBeCloseTo(1 / Math.sqrt(4 * 0.25 * 0.75), 14);
    expect(fit.deviance).toBeCloseTo(fit.nullDeviance, 13);
  });

  it("on a 2×2 table gives the log odds ratio and Woolf's standard error", () => {
    const fit = fitLogistic(fromColumns({ exposed: [0, 1] }), Float64Array.of(30 / 100, 45 / 90), {
      trials: Float64Array.of(100, 90),
    });
    expect(fit.estimates[1]).toBeCloseTo(Math.log(45 / 45 / (30 / 70)), 13);
    expect(fit.stdErrors[1]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70 + 1 / 45 + 1 / 45), 13);
    expect(fit.deviance).toBeCloseTo(0, 12);
  });

  it("leaves out rows with a missing value, counts them and says so", () => {
    const design = fromColumns({ x: [1, NaN, 2, 3, 4, 5] });
    const fit = fitLogistic(design, Float64Array.of(0, 1, 1, 0, 1, NaN));
    expect([fit.n, fit.nUsed]).toEqual([6, 4]);
    expect(fit.warnings).toEqual([
      {
        code: "missing",
        terms: [],
        message: "2 lignes écartées sur 6 : une valeur y manque ou y est infinie",
      },
    ]);
  });

  it("drops the later of two dependent columns, names it, and predicts as without it", () => {
    const outcome = Float64Array.of(0, 0, 1, 0, 1, 0, 1, 1);
    const a = [1, 2, 3, 4, 5, 6, 7, 8];
    const both = fromColumns({ a, b: a.map((x) => 2 * x + 1) });
    const fit = fitLogistic(both, outcome);
    const alone = fitLogistic(fromColumns({ a }), outcome);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["b"]]]);
    expect(fit.k).toBe(2);
    expect(fit.vcov[2]).toEqual([NaN, NaN, NaN]);
    const eta = linearPredictor(fit, both);
    linearPredictor(alone, fromColumns({ a })).forEach((value, i) => {
      expect(eta[i]).toBeCloseTo(value, 12);
    });
  });

  it("keeps columns that only nearly depend on each other, as R's QR does", () => {
    const x = Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
    const near = x.map((value, i) => value + 1e-7 * ((i * 3) % 5));
    const outcome = Float64Array.from(x, (_, i) => ((i * 11) % 3 === 0 ? 1 : 0));
    const gap = near.map((value, i) => value - x[i]!);
    const fit = fitLogistic(fromColumns({ x, near }), outcome);
    const plain = fitLogistic(fromColumns({ x, gap }), outcome);
    expect(fit.warnings).toEqual([]);
    expect(Math.abs(fit.deviance - plain.deviance)).toBeLessThan(1e-7);
    expect(Math.abs(fit.stdErrors[2]! / plain.stdErrors[2]! - 1)).toBeLessThan(1e-6);
  });

  it("without intercept, fits one class only when a column takes both signs", () => {
    const design = fromColumns({ x: [-2, -1, 1, 2] });
    const fit = fitLogistic(design, new Float64Array(4), { intercept: false });
    expect(fit.names).toEqual(["x"]);
    expect(fit.converged).toBe(true);
    expect(fit.nullDeviance).toBeCloseTo(8 * Math.log(2), 13);
  });

  it("refuses what cannot be fitted, saying where and what was expected", () => {
    const design = fromColumns({ x: [1, 2] });
    const weights = Float64Array.of(-1, 1);
    const attempts: [() => unknown, RegExp][] = [
      [() => fitLogistic(design, Float64Array.of(0)), /1 résultats au lieu de 2/],
      [() => fitLogistic(design, Float64Array.of(0, 2)), /ligne 2 : résultat 2/],
      [() => fitLogistic(design, Float64Array.of(0, 1), { weights }), /ligne 1 : poids -1/],
      [() => fitLogistic(none(0), new Float64Array(0)), /Aucune ligne utilisable/],
    ];
    for (const [attempt, message] of attempts) {
      expect(attempt).toThrow(VigieError);
      expect(attempt).toThrow(message);
    }
  });

  it("says so when it is stopped before converging", () => {
    const fit = fitLogistic(fromColumns(CARS), Float64Array.from(MANUAL), { maxIterations: 2 });
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["notConverged"]);
  });
});
