import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counterfactualsOf } from "../../../models/counterfactual/counterfactuals.js";
import { nationalBars } from "../../../models/score/bars.js";
import type { CalibrationMap } from "../../../src/lib/calibration.js";
import type { Change, Counterfactual } from "../../../src/lib/counterfactual/counterfactual.js";
import { predict } from "../../../src/lib/fit/predict.js";
import { levelAt } from "../../../src/lib/thresholds.js";
import { type Company, frameOf, twoEquations } from "./economy.js";

const ROW = Int32Array.of(0);
const RANK = { aucun: 0, modere: 1, fort: 2 };

const cents = (max: number) => fc.integer({ min: 0, max: 100 * max }).map((value) => value / 100);

const companies: fc.Arbitrary<Company> = fc.record({
  ouvriere: cents(40_000),
  patronale: cents(120_000),
  past: cents(80_000),
  effectif: fc.integer({ min: 10, max: 200 }),
  cotisation: fc.integer({ min: 2_000, max: 40_000 }),
  delai: fc.boolean(),
  autonomie: fc.integer({ min: -60, max: 80 }),
  age: fc.integer({ min: 1, max: 60 }),
  bilanAbsent: fc.boolean(),
});

const maps = fc.constantFrom<CalibrationMap>(
  { kind: "none" },
  { kind: "platt", intercept: 0.3, slope: 1.2 },
  { kind: "isotonic", x: [0.02, 0.05, 0.06, 0.2, 0.4], y: [0, 0.05, 0.1, 0.1, 0.5] },
);

function scoreOf(company: Company, map: CalibrationMap) {
  const model = twoEquations(map);
  const frame = frameOf([company]);
  const prediction = predict(model, frame, ROW);
  const level = levelAt(prediction.probability[0]!, nationalBars(model));
  return { model, frame, prediction, level };
}

function counterfactualOf(company: Company, map: CalibrationMap): Counterfactual | undefined {
  const { model, frame, prediction } = scoreOf(company, map);
  return counterfactualsOf(model, frame, ROW, prediction, () => nationalBars(model))[0];
}

/** The company once it has made a change, its features to be computed anew from what it is. */
function changed(company: Company, { lever, to }: Change): Company {
  if (lever === "delai_urssaf") return { ...company, delai: to === 1 };
  if (lever === "fonds_propres") return { ...company, autonomie: to };
  expect(lever).toBe("dette_sociale");
  const left = to / (company.ouvriere + company.patronale);
  return { ...company, ouvriere: company.ouvriere * left, patronale: company.patronale * left };
}

const madeBy = (company: Company, changes: readonly Change[]): Company =>
  changes.reduce(changed, company);

describe("counterfactualsOf", () => {
  test("each change proposed, made in the company and scored again, lowers the level as announced", () => {
    let [proposed, pairs] = [0, 0];
    fc.assert(
      fc.property(companies, maps, (company, map) => {
        for (const { changes, eta, probability, level } of counterfactualOf(company, map)
          ?.options ?? []) {
          const before = scoreOf(company, map);
          const after = scoreOf(madeBy(company, changes), map);
          expect(after.prediction.eta[0]).toBeCloseTo(eta, 9);
          expect(after.prediction.probability[0]).toBeCloseTo(probability, 9);
          expect(after.level).toBe(level);
          expect(RANK[after.level]).toBeLessThan(RANK[before.level]);
          proposed++;
          if (changes.length === 2) pairs++;
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(proposed).toBeGreaterThan(200);
    expect(pairs).toBeGreaterThan(5);
  });

  test("a step less of any of its changes would not do", () => {
    fc.assert(
      fc.property(companies, maps, (company, map) => {
        const before = scoreOf(company, map).level;
        for (const { changes } of counterfactualOf(company, map)?.options ?? []) {
          for (const [index, { lever, from, to }] of changes.entries()) {
            const less = to + (from - to) * 0.999 * stepShare(lever, from, to);
            const almost = changes.with(index, { lever, from, to: less });
            expect(scoreOf(madeBy(company, almost), map).level).toBe(before);
          }
        }
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  test("no pair is proposed to whom one lever is enough, and no two levers of one family together", () => {
    fc.assert(
      fc.property(companies, maps, (company, map) => {
        const options = counterfactualOf(company, map)?.options ?? [];
        const pairs = options.filter(({ changes }) => changes.length === 2);
        expect(pairs.length === 0 || options.length === 1).toBe(true);
        for (const { changes } of pairs) {
          expect(changes.map(({ lever }) => lever)).toContain("fonds_propres");
        }
        expect(options.map(({ cost }) => cost)).toEqual(
          options.map(({ cost }) => cost).sort((a, b) => a - b),
        );
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  test("changes go one way and no further than what is realistic", () => {
    fc.assert(
      fc.property(companies, maps, (company, map) => {
        const options = counterfactualOf(company, map)?.options ?? [];
        for (const { lever, from, to } of options.flatMap(({ changes }) => changes)) {
          if (lever === "dette_sociale") {
            expect(from).toBeCloseTo(company.ouvriere + company.patronale, 2);
            expect(to).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThan(from);
          } else if (lever === "fonds_propres") {
            expect(company.bilanAbsent).toBe(false);
            expect(from).toBe(company.autonomie);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(Math.min(37, from + 17));
          } else {
            expect([from, to]).toEqual([0, 1]);
            expect(company.delai).toBe(false);
          }
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  test("the same company gets the same answer, alone or among others", () => {
    const sample = fc.sample(companies, { numRuns: 200, seed: 5 });
    const model = twoEquations();
    const frame = frameOf(sample);
    const rows = Int32Array.from(sample, (_, row) => row);
    const together = counterfactualsOf(model, frame, rows, predict(model, frame, rows), () =>
      nationalBars(model),
    );
    expect(together).toEqual(sample.map((one) => counterfactualOf(one, { kind: "none" })));
  });

  test("a company that the thresholds do not flag has none", () => {
    const quiet = { ouvriere: 0, patronale: 0, past: 0, effectif: 20, cotisation: 5000 };
    const company = { ...quiet, delai: false, autonomie: 60, age: 40, bilanAbsent: false };
    expect(counterfactualOf(company, { kind: "none" })).toBeUndefined();
  });
});

/** Share of the way that one step of the lever is. */
function stepShare(lever: Change["lever"], from: number, to: number): number {
  if (lever === "delai_urssaf") return 1;
  const step = lever === "fonds_propres" ? 1 : nextAbove(from, to) - to;
  return Math.min(1, step / Math.abs(from - to));
}

/** The multiple before `to` on the way down, or `from`: steps leave 50 values or fewer (`range.ts`). */
function nextAbove(from: number, to: number): number {
  for (let step = 1; ; ) {
    if (from / step <= 50) return Math.min(from, to + step);
    step *= String(step)[0] === "2" ? 2.5 : 2;
  }
}
