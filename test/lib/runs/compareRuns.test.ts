import { describe, expect, it } from "vitest";
import type { Term } from "../../../src/lib/model.js";
import { coefficientPairs, specDifferences } from "../../../src/lib/runs/compareRuns.js";

describe("specDifferences", () => {
  const base = {
    name: "a",
    seed: 1,
    terms: [
      { feature: "ratio_dette", as: "standardised" },
      { feature: "effectif", as: "standardised" },
    ],
    split: { folds: 5, testShare: 0.3 },
  };

  it("says nothing of equal specifications", () => {
    expect(specDifferences(base, structuredClone(base))).toEqual([]);
  });

  it("names the fields that differ, and a variable by its name wherever it stands", () => {
    const other = {
      ...base,
      split: { folds: 4, testShare: 0.3 },
      terms: [
        { feature: "effectif", as: "standardised", mark: true },
        { feature: "age_entreprise", as: "standardised" },
      ],
    };
    expect(specDifferences(base, other)).toEqual([
      { path: "split.folds", first: 5, second: 4 },
      { path: "terms[age_entreprise]", first: undefined, second: other.terms[1] },
      { path: "terms[effectif].mark", first: undefined, second: true },
      { path: "terms[ratio_dette]", first: base.terms[0], second: undefined },
    ]);
  });
});

it("coefficientPairs has every term of either model, with its interval", () => {
  const term = (name: string, estimate: number) =>
    ({ name, label: name, estimate, ciLow: estimate - 1, ciHigh: estimate + 1 }) as Term;
  const pairs = coefficientPairs(
    { terms: [term("a", 1), term("b", 2)] },
    { terms: [term("b", 3), term("c", 4)] },
  );
  expect(pairs.map(({ name, first, second }) => [name, first?.estimate, second?.ciHigh])).toEqual([
    ["a", 1, undefined],
    ["b", 2, 4],
    ["c", undefined, 5],
  ]);
});
