import { describe, expect, it } from "vitest";
import { adjustLevels } from "../../../models/rules/adjust.js";
import type { Frame } from "../../../src/lib/fit/frame.js";
import type { Level } from "../../../src/lib/levels.js";
import type { Term } from "../../../src/lib/model.js";
import type { Rule } from "../../../src/lib/rules/rule.js";

/** A rule that applies where a flag of its name is 1. */
const rule = (name: string, effect: Rule["effect"]): Rule => ({
  name,
  label: name,
  author: "essai",
  reason: "essai",
  from: "2024-01",
  effect,
  reads: [name],
  applies: ({ value }) => value(name) === 1,
});

const RAISE = rule("hausse", 1);
const RAISE_TOO = rule("autre_hausse", 1);
const LOWER = rule("baisse", -1);
const TRIAL = rule("essai", 0);
const ALL = [RAISE, RAISE_TOO, LOWER, TRIAL];

/** The adjustment of one company to which some rules apply. */
function adjust(before: Level, ...applying: readonly Rule[]) {
  const measures = new Map(
    ALL.map((one) => [one.name, Float64Array.of(applying.includes(one) ? 1 : 0)]),
  );
  const frame = { rows: 1, measures } as unknown as Frame;
  return adjustLevels(ALL, frame, { terms: [], contributions: [] }, [before])[0]!;
}

describe("adjustLevels", () => {
  it("names the rules that moved the level, in the order of the registry", () => {
    expect(adjust("aucun", RAISE_TOO, RAISE)).toMatchObject({
      before: "aucun",
      level: "modere",
      rules: ["hausse", "autre_hausse"],
    });
  });

  it("names none where the level stays: effects that cancel, an end of the scale, a rule on trial", () => {
    const unmoved = [
      adjust("modere", RAISE, LOWER),
      adjust("fort", RAISE),
      adjust("aucun", LOWER),
      adjust("modere", TRIAL),
      adjust("modere"),
    ];
    for (const { before, level, rules } of unmoved) {
      expect(level).toBe(before);
      expect(rules).toEqual([]);
    }
    expect(unmoved.map(({ applied }) => applied.length)).toEqual([2, 1, 1, 1, 0]);
  });

  it("does not credit the rule that was outweighed", () => {
    expect(adjust("aucun", RAISE, RAISE_TOO, LOWER)).toMatchObject({
      level: "modere",
      rules: ["hausse", "autre_hausse"],
      applied: ["hausse", "autre_hausse", "baisse"],
    });
  });

  it("finds the group that weighs the most only where one raises the risk", () => {
    const seen: unknown[] = [];
    const spy: Rule = {
      ...RAISE,
      applies: (company) => {
        seen.push(company.dominant);
        return false;
      },
    };
    const frame = { rows: 2, measures: new Map([["hausse", Float64Array.of(1, 1)]]) };
    const terms = ["dette_sociale", "emploi", "dette_sociale"].map((group) => ({
      group,
    })) as Term[];
    const contributions = [
      Float64Array.of(0.3, -1),
      Float64Array.of(0.5, 0),
      Float64Array.of(0.3, 0.2),
    ];
    adjustLevels([spy], frame as unknown as Frame, { terms, contributions }, ["aucun", "aucun"]);
    expect(seen).toEqual(["dette_sociale", undefined]);
  });
});
