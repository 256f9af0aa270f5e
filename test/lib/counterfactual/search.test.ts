import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileLevers, inputsOf } from "../../../src/lib/counterfactual/compile.js";
import type { Lever, Range } from "../../../src/lib/counterfactual/lever.js";
import { type Proposal, smallestChanges } from "../../../src/lib/counterfactual/search.js";
import type { Term } from "../../../src/lib/model.js";
import { fixtureModel } from "../../fixtures/model.js";

const [constant, standardised, missing] = fixtureModel().terms as [Term, Term, Term];

/** Clipped to [0, 10], mean 2, standard deviation 3. */
const term = (feature: string, estimate: number): Term => ({ ...standardised, feature, estimate });

const lever = (
  name: Lever["name"],
  feature: string,
  range: Range,
  untold: string[] = [],
): Lever => ({
  name,
  reads: [feature],
  range: () => range,
  moves: [{ feature, at: (_, quantity) => quantity }],
  untold,
});

const DEBT = lever("dette_sociale", "d", { from: 9, to: 0, step: 1 });
const FUNDS = lever("fonds_propres", "f", { from: 1, to: 7, step: 1 });
const VALUES: Record<string, number> = { d: 9, f: 1 };
const values = (feature: string): number => VALUES[feature] ?? Number.NaN;

describe("smallestChanges", () => {
  const levers = compileLevers([constant, term("d", 0.6), term("f", -0.3)], [DEBT, FUNDS]);
  const found = (gap: number) => smallestChanges(levers, values, gap);

  test("gives each lever that is enough alone, the smallest in standard deviations first", () => {
    expect(found(0.59)).toEqual([
      { changes: [{ lever: "dette_sociale", from: 9, to: 6 }], gain: expect.closeTo(0.6), cost: 1 },
      { changes: [{ lever: "fonds_propres", from: 1, to: 7 }], gain: expect.closeTo(0.6), cost: 2 },
    ]);
  });

  test("gives the cheapest pair when no lever alone is enough: 2.2 = 0.2 × 9 + 0.1 × 4", () => {
    expect(found(2.19)).toEqual([
      {
        changes: [
          { lever: "dette_sociale", from: 9, to: 0 },
          { lever: "fonds_propres", from: 1, to: 5 },
        ],
        gain: expect.closeTo(2.2),
        cost: expect.closeTo(Math.hypot(3, 4 / 3)),
      },
    ]);
  });

  test("gives nothing when all levers together are not enough, or no score is low enough", () => {
    expect(found(2.5)).toEqual([]);
    expect(found(Number.POSITIVE_INFINITY)).toEqual([]);
  });

  test("never proposes what would raise the score", () => {
    const perverse = compileLevers([term("f", 0.3)], [FUNDS]);
    expect(smallestChanges(perverse, values, 1e-9)).toEqual([]);
  });

  test("counts what is beyond the clip bounds in the cost, and gains nothing there", () => {
    const far = lever("dette_sociale", "d", { from: 40, to: 0, step: 10 });
    const [one] = smallestChanges(compileLevers([term("d", 0.6)], [far]), () => 40, 1.9) as [
      Proposal,
    ];
    expect(one).toMatchObject({ changes: [{ to: 0 }], gain: expect.closeTo(2), cost: 40 / 3 });
  });

  test("proposes nothing on a known feature that the change would leave unknown", () => {
    const unknown: Lever = { ...DEBT, moves: [{ feature: "d", at: () => Number.NaN }] };
    expect(smallestChanges(compileLevers([term("d", 5)], [unknown]), values, 0.01)).toEqual([]);
  });

  test("finds what trying every combination finds", () => {
    const side = fc.integer({ min: 1, max: 12 });
    const weight = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        side,
        side,
        weight,
        weight,
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (d, f, wd, wf, gap) => {
          const debt = lever("dette_sociale", "d", { from: d, to: 0, step: 1 });
          const funds = lever("fonds_propres", "f", { from: 0, to: f, step: 1 });
          const compiled = compileLevers([term("d", wd), term("f", wf)], [debt, funds]);
          const at = (feature: string): number => (feature === "d" ? d : 0);
          const clip = (value: number): number => Math.min(value, 10);
          const gainOf = (i: number, j: number): number =>
            (wd * (clip(d) - clip(d - i)) - wf * clip(j)) / 3;
          const combinations = Array.from({ length: d + 1 }, (_, i) =>
            Array.from({ length: f + 1 }, (_, j) => ({ i, j, cost: Math.hypot(i, j) / 3 })),
          ).flat();
          const enough = combinations.filter(({ i, j }) => gainOf(i, j) >= gap);
          const isAlone = ({ i, j }: { i: number; j: number }): boolean => i === 0 || j === 0;
          const allowed = enough.some(isAlone) ? enough.filter(isAlone) : enough;
          const least = Math.min(...allowed.map(({ cost }) => cost));
          const [best] = smallestChanges(compiled, at, gap);
          expect(best?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(least, 9);
        },
      ),
      { numRuns: 500, seed: 6 },
    );
  });
});

describe("the levers offered by a model", () => {
  test("are those that move one of its features and nothing it reads besides", () => {
    const withUntold = lever("dette_sociale", "d", { from: 9, to: 0, step: 1 }, ["u"]);
    const offered = (terms: Term[]) =>
      compileLevers(terms, [withUntold, FUNDS]).map(({ name }) => name);
    expect(offered([term("d", 1)])).toEqual(["dette_sociale"]);
    expect(offered([term("d", 1), term("u", 1)])).toEqual([]);
    expect(offered([])).toEqual([]);
  });

  test("move the missing mark of a feature with it: a value that is known stays known", () => {
    const mark: Term = { ...missing, feature: "d", estimate: -5 };
    const levers = compileLevers([term("d", 0.6), mark], [DEBT]);
    expect(smallestChanges(levers, values, 0.59)[0]!.gain).toBeCloseTo(0.6);
  });

  test("name the features to read, those of formulas the model has no use for left out", () => {
    const other = { feature: "x", reads: ["y"], at: () => 0 };
    const both: Lever = { ...DEBT, moves: [...DEBT.moves, other] };
    expect(inputsOf([term("d", 1)], [both])).toEqual(["d"]);
    expect(inputsOf([term("x", 1)], [both])).toEqual(["d", "y"]);
  });
});
