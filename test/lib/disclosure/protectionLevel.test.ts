import { describe, expect, it } from "vitest";
import { BUSINESS_RULES } from "../../../src/lib/disclosure/primary.js";
import { halfWidth, protectionLevel } from "../../../src/lib/disclosure/protectionLevel.js";

describe("protection levels", () => {
  it("asks 22.94 around 300 + 20 + 10 under (1, 85) (Handbook on SDC, example 4)", () => {
    const cell = { contributors: 3, value: 330, largest: 300, second: 20 };
    expect(halfWidth("dominance", cell, BUSINESS_RULES)).toBeCloseTo(22.941176470588, 10);
    expect(halfWidth("pPercent", cell, { ...BUSINESS_RULES, pPercent: 10 })).toBeCloseTo(20, 10);
  });

  it("asks 3 around a frequency cell of 30 and 4.706 around 38 of 40 (rtauargus, act_size)", () => {
    const two = { contributors: 2, value: 30, largest: 20, second: 10 };
    expect(halfWidth("frequency", two, BUSINESS_RULES)).toBe(3);
    const dominated = { contributors: 6, value: 40, largest: 38, second: 1 };
    expect(halfWidth("dominance", dominated, BUSINESS_RULES)).toBeCloseTo(4.706, 3);
  });

  it("asks one unit at least around a count of one or two", () => {
    const one = { contributors: 1, value: 1, largest: 1, second: 0 };
    expect(protectionLevel(["frequency"], one, BUSINESS_RULES)).toEqual({ lower: 1, upper: 1 });
  });

  it("keeps the widest of several reasons", () => {
    const one = { contributors: 1, value: 50, largest: 50, second: 0 };
    const { upper } = protectionLevel(["frequency", "dominance"], one, BUSINESS_RULES);
    expect(upper).toBeCloseTo(50 / 0.85 - 50, 10);
  });

  it("asks nothing beyond what everybody knows: below zero, above the published group", () => {
    const all = { contributors: 4, value: 4, largest: 1, second: 1 };
    expect(protectionLevel(["group"], all, BUSINESS_RULES, undefined, 4)).toEqual({
      lower: 1,
      upper: 0,
    });
    const none = { contributors: 0, value: 0, largest: 0, second: 0 };
    expect(protectionLevel(["group"], none, BUSINESS_RULES, undefined, 4)).toEqual({
      lower: 0,
      upper: 1,
    });
  });
});
