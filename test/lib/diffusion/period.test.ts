import { expect, test } from "vitest";
import { periodDays, spanOf } from "../../../src/lib/diffusion/period.js";

test.each([
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2026-T3", "2026-07-01", "2026-09-30"],
  ["2026", "2026-01-01", "2026-12-31"],
])("%s goes from %s to %s", (period, start, end) => {
  expect(periodDays(period)).toEqual({ start, end });
});

test("what is no period is refused", () => {
  expect(() => periodDays("2026-9")).toThrow(RangeError);
});

test("a span holds every period, whatever its length; none without a period", () => {
  expect(spanOf(["2026-T1", "2025", "2026-09"])).toEqual({
    start: "2025-01-01",
    end: "2026-09-30",
  });
  expect(spanOf([])).toBeNull();
});
