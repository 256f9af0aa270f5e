import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitEquation } from "../../../src/lib/fit/equation.js";
import { clusteredVcov, companyScores, movesOf } from "../../../src/lib/fit/influence.js";
import { logOdds, regress } from "../../../src/lib/fit/regress.js";
import type { Sheet } from "../../../src/lib/fit/sheet.js";
import { sigmoid } from "../../../src/lib/logistic/predict.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";

const PENALTY = { kind: "none" } as const;

/** Twelve months of `companies`, two columns of debt, one of employment, one control; seeded. */
function sheet(companies: number, seed: number): Sheet {
  let state = seed;
  const uniform = () => {
    // Park and Miller, CACM 31 (1988).
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const rows = companies * 12;
  const values = new Float64Array(rows * 4);
  const outcome = new Float64Array(rows);
  const company = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    company[row] = Math.floor(row / 12);
    for (let column = 0; column < 4; column++) values[row * 4 + column] = 2 * uniform() - 1;
    const [a, b, c, d] = values.subarray(row * 4, row * 4 + 4) as unknown as number[];
    outcome[row] = uniform() < sigmoid(-1 + a! + 0.5 * b! - c! + 0.3 * d!) ? 1 : 0;
  }
  const groups = ["dette_sociale", "dette_sociale", "emploi", "profil"];
  const names = ["dette", "delta", "effectif", "age"];
  const columns = names.map((name, index) => ({
    ...{ name, feature: name, label: name, unit: "", group: groups[index]! },
    transform: { kind: "indicator" as const },
  }));
  return {
    columns,
    design: { names, rows, values },
    outcome,
    fold: company.map((index) => index % 5),
    company,
    companies,
    offset: 0,
  };
}

describe("a model of sub-models", () => {
  it("is one sum: weight of the group × coefficient in its sub-model, controls as they are", () => {
    const data = sheet(200, 7);
    const { estimates, subModels, top } = fitEquation(data, { penalty: PENALTY }, "stacked", true);
    const weight = (name: string) => top.find((term) => term.name === name)!.estimate;
    const own = (group: string, name: string) =>
      subModels.find((sub) => sub.group === group)!.terms.find((term) => term.name === name)!
        .estimate;
    expect(estimates[1]).toBe(weight("dette_sociale") * own("dette_sociale", "dette"));
    expect(estimates[2]).toBe(weight("dette_sociale") * own("dette_sociale", "delta"));
    expect(estimates[3]).toBe(weight("emploi") * own("emploi", "effectif"));
    expect(estimates[4]).toBe(weight("age"));
    expect(estimates[0]).toBeCloseTo(
      weight("(Intercept)") +
        weight("dette_sociale") * own("dette_sociale", "(Intercept)") +
        weight("emploi") * own("emploi", "(Intercept)"),
      12,
    );
  });

  it("finds the effects that made the data within four of its own standard errors", () => {
    const { estimates, influence } = fitEquation(
      sheet(800, 11),
      { penalty: PENALTY },
      "stacked",
      true,
    );
    const vcov = clusteredVcov(influence!);
    for (const [index, truth] of [1, 0.5, -1, 0.3].entries()) {
      const error = Math.sqrt(vcov[index + 1]![index + 1]!);
      expect(Math.abs(estimates[index + 1]! - truth)).toBeLessThan(4 * error);
    }
  });

  it("errors that count the uncertainty of both levels are near those of the joint fit", () => {
    const data = sheet(800, 13);
    const [stacked, joint] = (["stacked", "joint"] as const).map((combine) =>
      clusteredVcov(fitEquation(data, { penalty: PENALTY }, combine, true).influence!),
    );
    for (let index = 1; index <= 4; index++) {
      const ratio = Math.sqrt(stacked![index]![index]! / joint![index]![index]!);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.25);
    }
  });
});

describe("clusteredVcov", () => {
  it("is the engine’s cr1 covariance, whatever the data", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const data = sheet(30, seed);
        const fit = regress(data, PENALTY);
        const ours = clusteredVcov(movesOf(companyScores(data, fit), fit));
        const robust = { kind: "cr1", clusters: data.company } as const;
        const theirs = fitRegression(data.design, data.outcome, { robust }).vcov;
        for (const [a, row] of ours.entries())
          for (const [b, value] of row.entries())
            expect(Math.abs(value - theirs[a]![b]!)).toBeLessThan(1e-9);
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

describe("logOdds", () => {
  it("leaves the prior correction out: what is fitted with an offset predicts the population", () => {
    const data = sheet(50, 3);
    const [plain, shifted] = [0, 1.5].map((offset) => regress({ ...data, offset }, PENALTY));
    const [a, b] = [logOdds(data, plain!), logOdds(data, shifted!)];
    for (const [row, value] of a.entries()) expect(value - b[row]!).toBeCloseTo(1.5, 8);
  });
});
