import { expect, it } from "vitest";
import { formatTick, startsAtZero } from "../../src/lib/axis.js";
import { indicatorOf } from "../../src/lib/labels.js";

it("starts at zero unless the shape would be lost", () => {
  expect(startsAtZero([1, "s", null, 10])).toBe(true);
  expect(startsAtZero([6, 10])).toBe(false);
  expect(startsAtZero(["s"])).toBe(true);
  expect(startsAtZero([0, 0, "s"])).toBe(true);
});

it("shows no decimal that says nothing", () => {
  const rate = indicatorOf("taux_ouverture_12m");
  expect([2, 2.5, 0.25].map((value) => formatTick(value, rate))).toEqual([
    "2\u202f%",
    "2,5\u202f%",
    "0,25\u202f%",
  ]);
  expect(formatTick(2_000_000, indicatorOf("dette_urssaf"))).toBe("2\u202fM€");
});
