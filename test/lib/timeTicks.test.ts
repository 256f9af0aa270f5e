import fc from "fast-check";
import { expect, it } from "vitest";
import { monthText } from "../../src/lib/month.js";
import { monthStart, timeTicks } from "../../src/lib/timeTicks.js";

const months = (count: number) =>
  Array.from({ length: count }, (_, index) => monthText(2020 * 12 + 9 + index));

it("marks years on a long span and months on a short one", () => {
  expect(timeTicks(months(72), 900).map(({ label }) => label)).toEqual([
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
  ]);
  expect(timeTicks(months(3), 900).map(({ label }) => label)).toEqual([
    "oct.\u00a02020",
    "nov.\u00a02020",
    "déc.\u00a02020",
  ]);
});

it("always keeps the last mark, and no more than fit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 240 }),
      fc.integer({ min: 100, max: 1200 }),
      (n, width) => {
        const ticks = timeTicks(months(n), width);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(2, width / 44));
      },
    ),
  );
});

it("marks years on a long span of quarters and quarters on a short one", () => {
  const quarters = [2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-T${n}`));
  expect(timeTicks(quarters, 900).map(({ label }) => label)).toEqual(["2024", "2025", "2026"]);
  const last = timeTicks(quarters.slice(-3), 900).map(({ label }) => label);
  expect(last).toEqual(["T2\u00a02026", "T3\u00a02026", "T4\u00a02026"]);
  expect(monthStart("2026-T3").toISOString()).toBe("2026-09-01T00:00:00.000Z");
});
