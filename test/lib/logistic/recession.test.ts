import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { Random } from "../../../loaders/demo/random.js";
import { conditionedBasis } from "../../../src/lib/logistic/fit.js";
import { eventShare } from "../../../src/lib/logistic/nullModel.js";
import { decideSeparation } from "../../../src/lib/logistic/recession.js";
import { usableSample } from "../../../src/lib/logistic/sample.js";
import { absent, expected, referencePresent } from "./reference.js";

const highs = await highsLoader();

interface EdgeCase {
  id: string;
  X: Record<string, number[]>;
  y: number[];
  weights: number[] | null;
  separation: { kind: string; infinite_terms: string[] };
}

function decide(X: Record<string, number[]>, y: number[], weights?: number[] | null) {
  const names = Object.keys(X);
  const values = Float64Array.from(y.flatMap((_, i) => names.map((name) => X[name]![i]!)));
  const options = weights ? { weights: Float64Array.from(weights) } : {};
  const sample = usableSample({ names, rows: y.length, values }, Float64Array.from(y), options);
  const share = Math.min(0.99, Math.max(0.01, eventShare(sample)));
  const verdict = decideSeparation(sample, conditionedBasis(sample, true, share), highs);
  const terms = ["(Intercept)", ...names];
  return {
    kind: verdict.kind,
    terms: verdict.diverging.map(
      ({ parameter, sign }) => `${sign > 0 ? "+" : "-"}${terms[parameter]}`,
    ),
  };
}

describe.skipIf(!referencePresent)(`the linear program of Konis and GLPK${absent}`, () => {
  const cases = referencePresent
    ? (expected("edge-cases").cases as EdgeCase[]).filter(
        (one: { separation?: unknown }) => one.separation,
      )
    : [];
  it.each(cases)("decides $id alike", ({ X, y, weights, separation }: EdgeCase) => {
    const verdict = decide(X, y, weights);
    expect(verdict.kind).toBe(separation.kind);
    expect(verdict.terms.sort()).toEqual([...separation.infinite_terms].sort());
  });
});

describe("separation", () => {
  it("is found among many rows, and its column named", () => {
    const random = new Random("separation", 1);
    const rows = 20_000;
    const a = Array.from({ length: rows }, () => random.normal());
    const b = Array.from({ length: rows }, () => random.normal());
    const flag = Array.from({ length: rows }, (_, i) => (i % 400 === 0 ? 1 : 0));
    const y = a.map((value, i) =>
      flag[i] === 1 || random.chance(1 / (1 + Math.exp(3 - value))) ? 1 : 0,
    );
    expect(decide({ a, b, flag }, y)).toEqual({ kind: "quasi-complete", terms: ["+flag"] });
    y[400] = 0;
    expect(decide({ a, b, flag }, y)).toEqual({ kind: "none", terms: [] });
  });

  it("does not depend on the scale of a column", () => {
    const x = [1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9];
    expect(decide({ x }, [0, 0, 0, 1, 1, 1]).kind).toBe("complete");
    expect(decide({ x }, [0, 0, 1, 0, 1, 1]).kind).toBe("none");
  });
});
