import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  BUSINESS_RULES,
  type CellSummary,
  COUNT_RULES,
  isDominated,
  isEstimable,
  isTooFew,
  primaryReasons,
} from "../../../src/lib/disclosure/primary.js";

function cell(...contributions: number[]): CellSummary {
  const sorted = [...contributions].sort((a, b) => b - a);
  return {
    contributors: contributions.length,
    value: contributions.reduce((sum, x) => sum + x, 0),
    largest: sorted[0] ?? 0,
    second: sorted[1] ?? 0,
  };
}

describe("primary rules", () => {
  it("hides a cell of one or two companies and publishes an empty one or one of three", () => {
    expect([[], [1], [1, 1], [1, 1, 1]].map((x) => isTooFew(cell(...x), BUSINESS_RULES))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("publishes a cell at exactly 85 % and hides it just above (rule of 7 July 1960)", () => {
    expect(isDominated(cell(85, 10, 5), BUSINESS_RULES)).toBe(false);
    expect(isDominated(cell(85.01, 9.99, 5), BUSINESS_RULES)).toBe(true);
  });

  it("never calls a cell worth nothing dominated", () => {
    expect(isDominated(cell(0, 0, 0), BUSINESS_RULES)).toBe(false);
  });

  it("applies p % only when asked: 19 + 16 + 1 is known within 5.3 %, not dominated", () => {
    expect(primaryReasons(cell(19, 16, 1), BUSINESS_RULES)).toEqual([]);
    expect(primaryReasons(cell(19, 16, 1), { ...BUSINESS_RULES, pPercent: 10 })).toEqual([
      "pPercent",
    ]);
    expect(isEstimable(cell(100, 50, 10), { ...BUSINESS_RULES, pPercent: 10 })).toBe(false);
  });

  it("asks nothing but the number of companies of a count", () => {
    expect(primaryReasons(cell(1), COUNT_RULES)).toEqual(["frequency"]);
  });
});

const reference = new URL("../../../../shared/reference/sdc/0-primary-rules.json", import.meta.url);

describe.skipIf(!existsSync(reference))(
  "reference cell cases (skipped: ../shared absent when it is not there)",
  () => {
    interface Case {
      name: string;
      contributions: number[];
      frequency_unsafe: boolean;
      dominance_1_85_unsafe: boolean;
      p_percent_10_unsafe: boolean;
    }
    const cases: Case[] = existsSync(reference)
      ? JSON.parse(readFileSync(reference, "utf8")).cases
      : [];
    it.each(cases)("$name", (expected) => {
      const summary = cell(...expected.contributions);
      const rules = { ...BUSINESS_RULES, pPercent: 10 };
      expect(isTooFew(summary, rules)).toBe(expected.frequency_unsafe);
      expect(isDominated(summary, rules)).toBe(expected.dominance_1_85_unsafe);
      expect(isEstimable(summary, rules)).toBe(expected.p_percent_10_unsafe);
    });
  },
);
