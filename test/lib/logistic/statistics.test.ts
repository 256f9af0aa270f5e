import { describe, expect, it } from "vitest";
import { changeToReach, crossing } from "../../../src/lib/logistic/crossing.js";
import { dropOne } from "../../../src/lib/logistic/dropOne.js";
import { fitLogistic, type LogisticFit } from "../../../src/lib/logistic/fit.js";
import { goodnessOfFit } from "../../../src/lib/logistic/goodnessOfFit.js";
import { linearPredictor, sigmoid } from "../../../src/lib/logistic/predict.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";
import { usableSample } from "../../../src/lib/logistic/sample.js";
import { referenceCases } from "./cases.js";
import { fromColumns } from "./fromColumns.js";
import { absent, expected, referencePresent } from "./reference.js";

/** Tolerances of the reference folder’s README: likelihoods, p-values, standard errors, ridge. */
const LIKELIHOOD = 1e-10;
const P_VALUE = 1e-8;
const STD_ERROR = 1e-8;
const RIDGE = 1e-9;

const cases = referencePresent ? referenceCases() : [];
const caseOf = (id: string) => cases.find((one) => one.id === id)!;
const relative = (a: number, b: number) => (a === b ? 0 : Math.abs(a / b - 1));
const of = (fit: LogisticFit, name: string) => fit.estimates[fit.names.indexOf(name)]!;

interface Statistics {
  terms: { name: string; odds_ratio: number; or_ci95: [number, number] }[];
  pearson_chi2?: number;
  lr_test?: { chi2: number; df: number; p: number };
  pseudo_r2?: { mcfadden: number; cox_snell: number; nagelkerke: number; tjur: number | null };
}

describe.skipIf(!referencePresent)(`statistics of a fit as R gives them${absent}`, () => {
  it.each(cases)(
    "gives the χ², likelihood ratio and pseudo-R² of $id",
    ({ design, outcome, options = {}, expected: r }) => {
      const { pearson_chi2, lr_test, pseudo_r2 } = r as unknown as Statistics;
      const fit = fitLogistic(design, outcome, options);
      const own = goodnessOfFit(usableSample(design, outcome, options), fit);
      if (pearson_chi2) expect(relative(own.pearsonChi2, pearson_chi2)).toBeLessThan(LIKELIHOOD);
      if (lr_test) {
        expect(own.likelihoodRatio.df).toBe(lr_test.df);
        expect(relative(own.likelihoodRatio.chi2, lr_test.chi2)).toBeLessThan(LIKELIHOOD);
        expect(relative(own.likelihoodRatio.p, lr_test.p)).toBeLessThan(P_VALUE);
      }
      if (!pseudo_r2) return;
      const { mcFadden, coxSnell, nagelkerke, tjur } = own.pseudoR2;
      expect(relative(mcFadden, pseudo_r2.mcfadden)).toBeLessThan(LIKELIHOOD);
      expect(relative(coxSnell, pseudo_r2.cox_snell)).toBeLessThan(LIKELIHOOD);
      expect(relative(nagelkerke, pseudo_r2.nagelkerke)).toBeLessThan(LIKELIHOOD);
      if (typeof pseudo_r2.tjur === "number")
        expect(relative(tjur, pseudo_r2.tjur)).toBeLessThan(LIKELIHOOD);
    },
  );

  it.each(cases)("gives the odds ratios of $id and their intervals", (one) => {
    const fit = fitLogistic(one.design, one.outcome, one.options);
    const { terms } = one.expected as unknown as Statistics;
    terms.forEach(({ odds_ratio, or_ci95 }, a) => {
      if (odds_ratio === undefined) return;
      expect(relative(Math.exp(fit.estimates[a]!), odds_ratio)).toBeLessThan(STD_ERROR);
      expect(relative(Math.exp(fit.ciLow[a]!), or_ci95[0])).toBeLessThan(STD_ERROR);
      expect(relative(Math.exp(fit.ciHigh[a]!), or_ci95[1])).toBeLessThan(STD_ERROR);
    });
  });

  it("tests each column of birthwt as drop1 does", () => {
    const { design, outcome } = caseOf("birthwt");
    const tests = dropOne(design, outcome, {}, fitLogistic(design, outcome));
    const reference = expected("birthwt").drop1_lrt;
    expect(tests.map(({ term }) => term)).toEqual(
      reference.map(({ term }: { term: string }) => term),
    );
    tests.forEach(({ df, chi2, p }, a) => {
      expect(df).toBe(reference[a].df);
      expect(relative(chi2, reference[a].lrt)).toBeLessThan(P_VALUE);
      expect(relative(p, reference[a].p)).toBeLessThan(P_VALUE);
    });
  });

  it("gives the age at which half of the girls of menarche have come, and the tail of the deviance", () => {
    const { design, outcome, options = {} } = caseOf("menarche, grouped");
    const fit = fitLogistic(design, outcome, options);
    const { ld50, gof } = expected("menarche");
    const { value, stdError } = crossing(fit, 0.5);
    expect(relative(value, ld50.estimate)).toBeLessThan(LIKELIHOOD);
    expect(relative(stdError, ld50.se[0][0])).toBeLessThan(STD_ERROR);
    const { devianceP } = goodnessOfFit(usableSample(design, outcome, options), fit);
    expect(relative(devianceP, gof.deviance_p)).toBeLessThan(P_VALUE);
  });

  it.each(["mtcars", "birthwt", "lending_club, train"])(
    "gives the probability of the rows explained in %s, and the change that reaches the threshold",
    (id) => {
      const { design, outcome } = caseOf(id);
      const fit = fitLogistic(design, outcome);
      const eta = linearPredictor(fit, design);
      const { threshold, rows: explained } = expected(id.split(",")[0]!).explanations;
      for (const { row, p, delta_to_threshold } of explained) {
        expect(relative(sigmoid(eta[row - 1]!), p)).toBeLessThan(LIKELIHOOD);
        for (const [name, change] of Object.entries<number>(delta_to_threshold))
          expect(
            relative(changeToReach(eta[row - 1]!, of(fit, name), threshold), change),
          ).toBeLessThan(STD_ERROR);
      }
    },
  );

  it("gives the ridge of the edge cases, collinear and separated ones included", () => {
    for (const { id, X, y, weights, ridge_C1 } of expected("edge-cases").cases) {
      // There the row left out, far from the others, counts in the scale of its column; not here.
      if (!ridge_C1 || id === "zero-weight-row") continue;
      const fit = fitRegression(fromColumns(X), Float64Array.from(y), {
        ...(weights ? { weights: Float64Array.from(weights) } : {}),
        penalty: { kind: "shrinkage", lambda: ridge_C1.lambda_glmnet, alpha: 0 },
      });
      const intercept = Math.abs(of(fit, "(Intercept)") - ridge_C1.intercept_raw);
      expect(intercept, id).toBeLessThan(RIDGE);
      for (const [name, value] of Object.entries<number>(ridge_C1.coef_raw))
        expect(Math.abs(of(fit, name) - value), `${id} ${name}`).toBeLessThan(
          RIDGE * Math.max(1, Math.abs(value)),
        );
    }
  });

  it("gives the raw coefficients and intercept of every penalised fit", () => {
    for (const id of ["mtcars", "birthwt", "lending_club, train"]) {
      const { design, outcome } = caseOf(id);
      const { ridge, lasso = [], elastic = [] } = expected(id.split(",")[0]!);
      for (const block of [...ridge, ...lasso, ...elastic]) {
        const { lambda = block.lambda_glmnet, alpha = 0, coef_raw, intercept_raw } = block;
        if (!coef_raw) continue;
        const penalty = { kind: "shrinkage", lambda, alpha } as const;
        const fit = fitRegression(design, outcome, { penalty });
        expect(Math.abs(of(fit, "(Intercept)") - intercept_raw)).toBeLessThan(1e-8);
        for (const [name, value] of Object.entries<number>(coef_raw))
          expect(Math.abs(of(fit, name) - value), name).toBeLessThan(RIDGE);
      }
    }
  });

  it("corrects the intercept of the undersampled loans by their offset", () => {
    const { terms, intercept_correction, corrected_intercept } =
      expected("lending_club").undersampled;
    const { design, outcome } = caseOf("lending_club, undersampled");
    const fit = fitLogistic(design, outcome, {
      offset: new Float64Array(design.rows).fill(-intercept_correction),
    });
    expect(relative(fit.estimates[0]!, corrected_intercept)).toBeLessThan(1e-9);
    terms.slice(1).forEach(({ estimate, se }: { estimate: number; se: number }, j: number) => {
      expect(Math.abs(fit.estimates[j + 1]! - estimate)).toBeLessThan(STD_ERROR * se);
    });
  });
});

describe.skipIf(!referencePresent)(`closed forms of the edge cases${absent}`, () => {
  it("has the logit of the share for only term, and its error", () => {
    const { y, estimate, se } = expected("edge-cases").cases.find(
      ({ id }: { id: string }) => id === "intercept-only",
    );
    const none = { names: [], rows: y.length, values: new Float64Array(0) };
    const fit = fitLogistic(none, Float64Array.from(y));
    expect(relative(fit.estimates[0]!, estimate)).toBeLessThan(LIKELIHOOD);
    expect(relative(fit.stdErrors[0]!, se)).toBeLessThan(STD_ERROR);
  });
});
