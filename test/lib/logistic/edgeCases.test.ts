import { describe, expect, it } from "vitest";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { logSigmoid, sigmoid } from "../../../src/lib/logistic/predict.js";
import { fromColumns } from "./fromColumns.js";
import { absent, expected, referencePresent } from "./reference.js";

interface EdgeCase {
  id: string;
  X: Record<string, number[]>;
  y: number[];
  weights: number[] | null;
  separation: { separated: boolean; infinite_terms: string[] };
  rank: number;
  r_glm_default: {
    terms: { name: string; estimate: number | null; se: number | null }[];
    deviance: number;
    aliased: string[];
  };
}

const all = referencePresent ? expected("edge-cases").cases : [];
const fitted: EdgeCase[] = all.filter((one: EdgeCase) => one.X);
const byId = (id: string) => all.find((one: { id: string }) => one.id === id);

function fitOf({ X, y, weights }: EdgeCase) {
  const options = weights ? { weights: Float64Array.from(weights) } : {};
  return fitLogistic(fromColumns(X), Float64Array.from(y), options);
}

describe.skipIf(!referencePresent)(`edge cases of the reference folder${absent}`, () => {
  const separated = fitted.filter((one) => one.separation.separated && one.id !== "single-class");
  it.each(separated)("$id: separation is told, with the terms the LP test names", (one) => {
    const fit = fitOf(one);
    expect(fit.converged).toBe(false);
    const warning = fit.warnings.find(({ code }) => code === "separation");
    const terms = one.separation.infinite_terms.map((term) => term.slice(1));
    expect(warning?.terms).toEqual(terms);
  });

  const ordinary = fitted.filter((one) => !one.separation.separated);
  it.each(ordinary)("$id: the estimates, rank and aliased terms of R, no separation", (one) => {
    const fit = fitOf(one);
    expect(fit.converged).toBe(true);
    expect(fit.k).toBe(one.rank);
    expect(fit.warnings.flatMap(({ terms }) => terms)).toEqual(one.r_glm_default.aliased);
    expect(Math.abs(fit.deviance / one.r_glm_default.deviance - 1)).toBeLessThan(1e-8);
    // Plain glm() stops at epsilon 1e-8, so its own numbers carry about 1e-5 of a standard error.
    one.r_glm_default.terms.forEach(({ estimate, se }, j) => {
      if (estimate === null) expect(fit.estimates[j]).toBeNaN();
      else expect(Math.abs(fit.estimates[j]! - estimate)).toBeLessThan(1e-4 * se!);
    });
  });

  it("single-class: nothing is estimated and the reason is given", () => {
    const fit = fitOf(byId("single-class"));
    expect(fit.warnings.map(({ code }) => code)).toEqual(["singleClass"]);
    expect(fit.converged).toBe(false);
    expect([...fit.estimates]).toEqual([NaN, NaN]);
  });

  it("zero-weight-row: same fit as without the row", () => {
    const one: EdgeCase = byId("zero-weight-row");
    const without = fitLogistic(
      fromColumns({ x: one.X.x!.slice(0, -1) }),
      Float64Array.from(one.y.slice(0, -1)),
    );
    const fit = fitOf(one);
    expect(fit.estimates).toEqual(without.estimates);
    expect([fit.n, fit.nUsed, fit.bic]).toEqual([7, 6, without.bic]);
  });

  it("extreme-eta: sigmoid and its logarithm are right where doubles end", () => {
    const { eta, p, log_p } = byId("extreme-eta");
    eta.forEach((value: number, i: number) => {
      expect(Math.abs(sigmoid(value) - p[i])).toBeLessThanOrEqual(1e-15 * p[i] + Number.MIN_VALUE);
      expect(Math.abs(logSigmoid(value) - log_p[i])).toBeLessThanOrEqual(
        1e-15 * Math.abs(log_p[i]),
      );
    });
  });
});
