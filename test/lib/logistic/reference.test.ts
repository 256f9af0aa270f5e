import { describe, expect, it } from "vitest";
import { explain } from "../../../src/lib/logistic/contributions.js";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { columnMeans } from "../../../src/lib/logistic/means.js";
import { linearPredictor, sigmoid } from "../../../src/lib/logistic/predict.js";
import { referenceCases } from "./cases.js";
import { absent, column, expected, referencePresent, rows } from "./reference.js";

/** Tolerances of the reference folder's README. */
const COEFFICIENT_IN_SE = 1e-8;
const STD_ERROR = 1e-8;
const P_VALUE = 1e-8;
const LIKELIHOOD = 1e-10;

const cases = referencePresent ? referenceCases() : [];

describe.skipIf(!referencePresent)(`agreement with R 4.2.2${absent}`, () => {
  it("covers twelve fits of the five data sets", () => {
    expect(cases).toHaveLength(12);
  });

  describe.each(cases)("$id", ({ design, outcome, options, expected: r }) => {
    const fit = fitLogistic(design, outcome, options);

    it("gives R's coefficients within 1e-8 of a standard error", () => {
      expect(fit.names).toEqual(r.terms.map((term) => term.name));
      r.terms.forEach((term, j) => {
        expect(Math.abs(fit.estimates[j]! - term.estimate)).toBeLessThan(
          COEFFICIENT_IN_SE * term.se,
        );
      });
    });

    it("gives R's standard errors, p-values and Wald intervals", () => {
      r.terms.forEach((term, j) => {
        expect(relative(fit.stdErrors[j]!, term.se)).toBeLessThanOrEqual(STD_ERROR);
        expect(relative(fit.p[j]!, term.p)).toBeLessThanOrEqual(P_VALUE);
        expect(Math.abs(fit.ciLow[j]! - term.ci95_wald[0])).toBeLessThan(STD_ERROR * term.se);
        expect(Math.abs(fit.ciHigh[j]! - term.ci95_wald[1])).toBeLessThan(STD_ERROR * term.se);
        expect(Math.abs(fit.z[j]! - term.z)).toBeLessThan(STD_ERROR);
      });
    });

    it("gives R's covariance matrix", () => {
      r.vcov?.forEach((row, i) => {
        row.forEach((value, j) => {
          const scale = r.terms[i]!.se * r.terms[j]!.se;
          expect(Math.abs(fit.vcov[i]![j]! - value)).toBeLessThan(STD_ERROR * scale);
        });
      });
    });

    it("gives R's deviances, likelihoods and criteria", () => {
      const pairs: [number, number | undefined][] = [
        [fit.deviance, r.deviance],
        [fit.nullDeviance, r.null_deviance],
        [fit.logLik, r.loglik],
        [fit.logLikKernel, r.loglik_kernel],
        [fit.aic, r.aic],
        [fit.bic, r.bic],
        [fit.dfResidual, r.df_residual],
      ];
      for (const [actual, wanted] of pairs) {
        if (wanted !== undefined) expect(relative(actual, wanted)).toBeLessThanOrEqual(LIKELIHOOD);
      }
    });

    it("converges without warning, but for the rows left out", () => {
      expect(fit.converged).toBe(true);
      expect(fit.k).toBe(r.terms.length);
      const codes = fit.warnings.map((warning) => warning.code);
      expect(codes).toEqual(fit.nUsed < fit.n ? ["missing"] : []);
    });
  });
});

const withPredictions = [
  ["mtcars", "mtcars"],
  ["birthwt", "birthwt"],
  ["menarche", "menarche, grouped"],
  ["lending_club", "lending_club, train"],
] as const;

describe.skipIf(!referencePresent)(`predictions against R${absent}`, () => {
  it.each(withPredictions)("%s: linear predictors and probabilities, row by row", (set, id) => {
    const { design, outcome, options } = cases.find((one) => one.id === id)!;
    const eta = linearPredictor(fitLogistic(design, outcome, options), design);
    const table = rows(set, "predictions.csv");
    const etas = column(table, "eta");
    const probabilities = column(table, "p");
    eta.forEach((value, i) => {
      expect(Math.abs(value - etas[i]!)).toBeLessThan(1e-11);
      expect(relative(sigmoid(value), probabilities[i]!)).toBeLessThanOrEqual(1e-11);
    });
  });

  it.each([
    ["mtcars", "mtcars"],
    ["birthwt", "birthwt"],
    ["lending_club", "lending_club, train"],
  ])("%s: contributions and base of the rows explained", (set, id) => {
    const { design, outcome } = cases.find((one) => one.id === id)!;
    const fit = fitLogistic(design, outcome);
    const means = columnMeans(design);
    const width = design.names.length;
    const { base, rows: explained } = expected(set).explanations;
    for (const wanted of explained) {
      const row = design.values.subarray((wanted.row - 1) * width, wanted.row * width);
      const own = explain(fit.estimates[0]!, fit.estimates.subarray(1), means, row);
      expect(Math.abs(own.base - base)).toBeLessThan(1e-11);
      expect(Math.abs(own.eta - wanted.eta)).toBeLessThan(1e-11);
      design.names.forEach((name, j) => {
        expect(Math.abs(own.contributions[j]! - wanted.contributions[name])).toBeLessThan(1e-11);
      });
    }
  });
});

describe.skipIf(!referencePresent)(`class weights against R${absent}`, () => {
  it("balanced weights give the reference estimates of birthwt", () => {
    const { design, outcome } = cases.find((one) => one.id === "birthwt")!;
    const { weights, estimate } = expected("birthwt").class_weight_balanced;
    const fit = fitLogistic(design, outcome, {
      weights: outcome.map((y) => (y === 1 ? weights.event : weights.non_event)),
    });
    fit.names.forEach((name, j) => {
      const gap = Math.abs(fit.estimates[j]! - estimate[name]);
      expect(gap).toBeLessThan(COEFFICIENT_IN_SE * fit.stdErrors[j]!);
    });
  });
});

/** Relative error; 0 when both are 0. */
function relative(actual: number, wanted: number): number {
  return actual === wanted ? 0 : Math.abs(actual / wanted - 1);
}
