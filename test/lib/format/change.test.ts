import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, formatChange, judgement } from "../../../src/lib/format/change.js";

const say = (value: number, before: number, kind: "count" | "rate" = "count") =>
  formatChange(changeBetween(value, before, kind));

describe("formatChange", () => {
  it("says a count in percent", () => {
    expect(say(1032, 1000)).toBe("en hausse de 3,2\u202f% sur un an");
    expect(say(900, 1000)).toBe("en baisse de 10,0\u202f% sur un an");
  });

  it("says a rate in points, singular below two", () => {
    expect(say(2.9, 2.5, "rate")).toBe("en hausse de 0,4\u00a0point sur un an");
    expect(say(5, 8, "rate")).toBe("en baisse de 3,0\u00a0points sur un an");
  });

  it("calls stable what would be shown as zero", () => {
    expect(say(1000.4, 1000)).toBe("stable sur un an");
    expect(say(2.54, 2.5, "rate")).toBe("stable sur un an");
    expect(say(0, 0)).toBe("stable sur un an");
  });

  it("claims nothing from a hidden or missing cell, nor from a base of zero", () => {
    expect(changeBetween("s", 3, "count")).toBeUndefined();
    expect(changeBetween(3, null, "count")).toBeUndefined();
    expect(changeBetween(3, 0, "count")).toBeUndefined();
    expect(formatChange(undefined)).toBe("évolution sur un an non disponible");
  });

  it("never shows a size of zero", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (value, before) => {
        expect(say(value, before)).not.toContain(" 0,0");
      }),
    );
  });
});

describe("judgement", () => {
  it("reads a rise by what the indicator means", () => {
    const up = changeBetween(2, 1, "count");
    const down = changeBetween(1, 2, "count");
    expect(judgement(up, "unfavourable")).toBe("unfavourable");
    expect(judgement(down, "unfavourable")).toBe("favourable");
    expect(judgement(up, "neutral")).toBe("neutral");
    expect(judgement(undefined, "favourable")).toBe("neutral");
  });
});
