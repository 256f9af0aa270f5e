import { describe, expect, it } from "vitest";
import { formatPoints, formatSignedPoints } from "../../../src/lib/format/points.js";

describe("points of percentage", () => {
  it("have one decimal, and the plural from two as written", () => {
    expect(formatPoints(0.42)).toBe("0,4\u00a0point");
    expect(formatPoints(1.99)).toBe("2,0\u00a0points");
    expect(formatPoints(-2.3)).toBe("−2,3\u00a0points");
  });

  it("have a sign, but for what rounds to zero", () => {
    expect(formatSignedPoints(0.42)).toBe("+0,4\u00a0point");
    expect(formatSignedPoints(-1.26)).toBe("−1,3\u00a0point");
    expect(formatSignedPoints(0.04)).toBe("0,0\u00a0point");
    expect(formatSignedPoints(-0.04)).toBe("0,0\u00a0point");
  });
});
