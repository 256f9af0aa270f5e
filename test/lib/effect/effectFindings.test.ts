import { describe, expect, test } from "vitest";
import {
  balanceFinding,
  mainFinding,
  mainSentence,
  outcomeLines,
  placeboFinding,
  sensitivityFinding,
} from "../../../src/lib/effect/effectFindings.js";
import type { Comparison, EffectTable } from "../../../src/lib/effect/effectTable.js";
import { COMPARISON, EFFECT } from "../../fixtures/effect.js";

const withMain = (result: Comparison | "s" | null): EffectTable => ({
  ...EFFECT,
  outcomes: EFFECT.outcomes.map((row) =>
    row.outcome === "procedure" && row.horizon === 12 ? { ...row, result } : row,
  ),
});
const differing = (value: number, low: number, high: number): Comparison => ({
  ...COMPARISON,
  difference: { value, low, high },
  gamma: 1.35,
});

describe("the finding", () => {
  test("is no measurable difference when the interval holds zero", () => {
    expect(mainFinding(EFFECT)).toMatch(/ni plus ni moins fréquentes, de façon mesurable/);
  });

  test("says the side and the size when the interval leaves zero out", () => {
    expect(mainFinding(withMain(differing(-0.08, -0.12, -0.04)))).toMatch(
      /moins fréquentes de 8,0\spoints/,
    );
    expect(mainFinding(withMain(differing(0.08, 0.04, 0.12)))).toMatch(/plus fréquentes de 8,0/);
  });

  test.each(["s", null] as const)("says that there are too few when the result is %s", (none) => {
    expect(mainFinding(withMain(none))).toMatch(/^Trop peu/);
    expect(mainSentence(withMain(none))).toBe("");
    expect(sensitivityFinding(withMain(none))).toBe("");
  });
});

test("the sentence gives both shares, the interval and what could not be seen", () => {
  expect(mainSentence(EFFECT).replace(/[\u00a0\u202f]/g, " ")).toBe(
    "Sur 100 paires, une procédure s’est ouverte dans l’année pour 20,0 % des entreprises accompagnées et 25,0 % de leurs semblables : un écart de −5,0 points, que le hasard seul pourrait porter entre −15,4 points et 5,6 points. Avec si peu de paires, un effet de moins de 15,0 points passerait le plus souvent inaperçu.",
  );
});

test("the two groups are said apart on what differs by more than a tenth of a deviation", () => {
  expect(balanceFinding(EFFECT)).toMatch(/sur un point : effectif/);
  expect(balanceFinding({ ...EFFECT, balance: [] })).toMatch(/^Trop peu/);
});

test("a placebo that fails takes back what follows", () => {
  expect(placeboFinding(EFFECT)).toMatch(/est passée/);
  expect(placeboFinding({ ...EFFECT, placebo: differing(0.2, 0.1, 0.3) })).toMatch(
    /échoue.*ne peuvent donc pas être attribués/,
  );
  expect(placeboFinding({ ...EFFECT, placebo: "s" })).toMatch(/^Trop peu/);
});

test("what hidden cause would explain the difference is told when there is one", () => {
  expect(sensitivityFinding(EFFECT)).toMatch(/ne se distingue pas du hasard/);
  expect(sensitivityFinding(withMain(differing(-0.08, -0.12, -0.04)))).toMatch(/plus de 1,35/);
});

test("hidden results have no line", () => {
  expect(outcomeLines(EFFECT)).toHaveLength(12);
});
