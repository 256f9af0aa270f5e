import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf, monthText } from "../../src/lib/month.js";

describe("monthOf", () => {
  it("counts months, so that December to January is one", () => {
    expect(monthOf("2026-01") - monthOf("2025-12-31")).toBe(1);
  });

  it("monthText is its inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), (month) => {
        expect(monthOf(monthText(month))).toBe(month);
      }),
    );
  });
});
