import { describe, expect, it } from "vitest";
import { fitLogistic, type LogisticFit } from "../../../src/lib/logistic/fit.js";
import { influenceOf } from "../../../src/lib/logistic/influence.js";
import { profileInterval } from "../../../src/lib/logistic/profile.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";
import { robustInference } from "../../../src/lib/logistic/robust.js";
import { usableSample } from "../../../src/lib/logistic/sample.js";
import { designVif, informationVif } from "../../../src/lib/logistic/vif.js";
import { referenceCases } from "./cases.js";
import { absent, column, expected, referencePresent, rows } from "./reference.js";

/** Tolerances of the reference folder’s README. */
const RIDGE = 1e-9;
const LASSO = 1e-7;
const FIRTH = 1e-8;
const STD_ERROR = 1e-8;
/** In standard errors: R interpolates by splines, off by 1.3e-3 on the 32 cars; `profile.test.ts` checks ours. */
const PROFILE = 2e-3;
const DIAGNOSTIC = 1e-8;

const cases = referencePresent ? referenceCases() : [];
const relative = (a: number, b: number) => Math.abs(a - b) / Math.abs(b);
const caseOf = (id: string) => cases.find((one) => one.id.startsWith(id))!;
const estimate = (fit: LogisticFit, name: string) => fit.estimates[fit.names.indexOf(name)]!;

describe.skipIf(!referencePresent)(
  `penalties, errors and diagnostics as R gives them${absent}`,
  () => {
    const sets = referencePresent ? ["mtcars", "birthwt", "lending_club, train"] : [];
    const shrunk = sets.flatMap((id) => {
      const one = caseOf(id);
      const reference = expected(id.split(",")[0]!);
      return [
        ...(reference.ridge ?? []),
        ...(reference.lasso ?? []),
        ...(reference.elastic ?? []),
      ].map((block) => ({
        ...one,
        block,
        label: `${id}, ${block.C ? `C=${block.C}` : `α=${block.alpha}`}`,
      }));
    });

    it("has penalised fits to compare with", () => expect(shrunk.length).toBeGreaterThan(5));

    it.each(shrunk)(
      "shrinks the coefficients of $label as glmnet",
      ({ design, outcome, options, block }) => {
        const { lambda = block.lambda_glmnet, alpha = 0 } = block;
        const fit = fitRegression(design, outcome, {
          ...options,
          penalty: { kind: "shrinkage", lambda, alpha },
        });
        const tolerance = alpha === 0 ? RIDGE : LASSO;
        expect(fit.converged).toBe(true);
        const deviations = standardDeviations(design.values, design.names.length);
        design.names.forEach((name, j) => {
          const standardised = estimate(fit, name) * deviations[j]!;
          expect(Math.abs(standardised - block.coef_std[name]), name).toBeLessThan(tolerance);
        });
      },
    );

    it.each(
      ["mtcars", "birthwt", "menarche"].filter((id) => referencePresent && expected(id).firth),
    )("gives brglm2’s estimates and errors on %s", (id) => {
      const { design, outcome, options } = caseOf(id);
      const fit = fitRegression(design, outcome, { ...options, penalty: { kind: "firth" } });
      for (const { name, estimate: value, se } of expected(id).firth.terms) {
        expect(Math.abs(estimate(fit, name) - value), name).toBeLessThan(FIRTH);
        expect(relative(fit.stdErrors[fit.names.indexOf(name)]!, se), name).toBeLessThan(FIRTH);
      }
    });

    it("gives Firth’s finite estimates on separated data", () => {
      for (const { X, y, weights, firth, id } of expected("edge-cases").cases) {
        if (!firth) continue;
        const names = Object.keys(X);
        const values = Float64Array.from(
          y.flatMap((_: number, i: number) => names.map((n) => X[n][i])),
        );
        const fit = fitRegression({ names, rows: y.length, values }, Float64Array.from(y), {
          ...(weights ? { weights: Float64Array.from(weights) } : {}),
          penalty: { kind: "firth" },
        });
        for (const term of firth.terms)
          expect(
            Math.abs(estimate(fit, term.name) - term.estimate),
            `${id} ${term.name}`,
          ).toBeLessThan(FIRTH);
      }
    });

    it.each(cases.filter((one) => (one.expected as { robust_se?: unknown }).robust_se))(
      "gives sandwich’s errors on $id",
      ({ design, outcome, options, expected: r }) => {
        const fit = fitLogistic(design, outcome, options);
        const sample = usableSample(design, outcome, options ?? {});
        const { robust_se } = r as unknown as { robust_se: Record<string, number[]> };
        for (const kind of ["HC0", "HC1"] as const) {
          const { stdErrors } = robustInference(sample, fit, {
            kind: kind === "HC0" ? "hc0" : "hc1",
          });
          robust_se[kind]!.forEach((se, a) => {
            expect(relative(stdErrors[a]!, se), `${kind} ${fit.names[a]}`).toBeLessThan(STD_ERROR);
          });
        }
      },
    );

    it("gives sandwich’s errors clustered by company on the panel", () => {
      for (const [id, key] of [
        ["panel-mini, full", "full_model"],
        ["panel-mini, small", "small_model"],
      ] as const) {
        const { design, outcome } = caseOf(id);
        const data = rows("panel-mini", "data.csv").filter(
          ({ periode }) => periode! <= "2018-12-31",
        );
        const clusters = data.map(({ siren }) => siren!);
        const fit = fitLogistic(design, outcome);
        const sample = usableSample(design, outcome, {});
        const reference = expected("panel-mini")[key].cluster_se;
        for (const [kind, name] of [
          ["cr0", "CR0"],
          ["cr1", "CR1_stata_ml"],
          ["cr1s", "CR1_small"],
        ] as const) {
          const robust = robustInference(sample, fit, { kind, clusters });
          expect(robust.clusters).toBe(reference.clusters);
          reference[name].forEach((se: number, a: number) => {
            expect(relative(robust.stdErrors[a]!, se), `${name} ${fit.names[a]}`).toBeLessThan(
              STD_ERROR,
            );
          });
        }
      }
    });

    it.each(["mtcars", "birthwt", "menarche"])("gives MASS’s profile intervals on %s", (id) => {
      const { design, outcome, options = {} } = caseOf(id);
      const fit = fitLogistic(design, outcome, options);
      expected(id).mle.terms.forEach(
        (term: { ci95_profile?: [number, number]; se: number }, a: number) => {
          const [low, high] = profileInterval(design, outcome, options, fit, a);
          expect(Math.abs(low - term.ci95_profile![0]) / term.se).toBeLessThan(PROFILE);
          expect(Math.abs(high - term.ci95_profile![1]) / term.se).toBeLessThan(PROFILE);
        },
      );
    });

    it.each(cases.filter((one) => (one.expected as { vif_design?: unknown }).vif_design))(
      "gives the variance inflation of $id",
      ({ design, outcome, options, expected: r }) => {
        const { vif_design, vif_information } = r as unknown as Record<
          string,
          Record<string, number>
        >;
        const onDesign = designVif(design);
        const onInformation = informationVif(fitLogistic(design, outcome, options));
        design.names.forEach((name, j) => {
          expect(relative(onDesign[j]!, vif_design![name]!), name).toBeLessThan(DIAGNOSTIC);
          expect(relative(onInformation[j]!, vif_information![name]!), name).toBeLessThan(
            DIAGNOSTIC,
          );
        });
      },
    );

    it.each(["mtcars", "birthwt", "menarche"])(
      "gives R’s leverages, residuals and Cook’s distances on %s",
      (id) => {
        const { design, outcome, options = {} } = caseOf(id);
        const fit = fitLogistic(design, outcome, options);
        const influence = influenceOf(usableSample(design, outcome, options), fit);
        const table = rows(id, "predictions.csv");
        const pairs = [
          ["leverage", influence.leverage],
          ["deviance_residual", influence.devianceResiduals],
          ["pearson_residual", influence.pearsonResiduals],
          ["cooks_distance", influence.cooksDistance],
        ] as const;
        for (const [name, ours] of pairs)
          column(table, name).forEach((value, i) => {
            expect(Math.abs(ours[i]! - value), `${name} ${i + 1}`).toBeLessThan(
              DIAGNOSTIC * Math.max(1, Math.abs(value)),
            );
          });
      },
    );

    it("balances the classes as scikit-learn", () => {
      const { design, outcome } = caseOf("birthwt");
      const fit = fitRegression(design, outcome, { classWeight: "balanced" });
      for (const [name, value] of Object.entries<number>(
        expected("birthwt").class_weight_balanced.estimate,
      ))
        expect(Math.abs(estimate(fit, name) - value), name).toBeLessThan(1e-9);
    });
  },
);

function standardDeviations(values: Float64Array, width: number): number[] {
  const rowsOf = values.length / width;
  return Array.from({ length: width }, (_, j) => {
    const cells = Array.from({ length: rowsOf }, (__, i) => values[i * width + j]!);
    const mean = cells.reduce((a, b) => a + b, 0) / rowsOf;
    return Math.sqrt(cells.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rowsOf);
  });
}
