import { expect, it } from "vitest";
import { levelWith, ruleEffects } from "../../../src/lib/notebook/ruleEffects.js";

const RULES = [
  { name: "monte", effect: 1 },
  { name: "aussi", effect: 1 },
  { name: "baisse", effect: -1 },
] as const;

it("a rule is told by what doing without it would change, the others being kept", () => {
  const companies = [
    { before: "aucun", rules: ["monte"] },
    // Two rules that raise move by one level: neither alone changes anything.
    { before: "aucun", rules: ["monte", "aussi"] },
    { before: "modere", rules: ["baisse"] },
    { before: "fort", rules: ["monte"] },
    { before: "modere", rules: [] },
  ] as const;
  expect(ruleEffects(companies, RULES)).toEqual([
    { name: "monte", applies: 3, raised: 1, lowered: 0, entered: 1, left: 0 },
    { name: "aussi", applies: 1, raised: 0, lowered: 0, entered: 0, left: 0 },
    { name: "baisse", applies: 1, raised: 0, lowered: 1, entered: 0, left: 1 },
  ]);
});

it("without any rule, the level is that of the thresholds", () => {
  expect(levelWith({ before: "modere", rules: ["monte"] }, new Map())).toBe("modere");
});
