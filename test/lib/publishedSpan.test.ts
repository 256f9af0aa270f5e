import { expect, it } from "vitest";
import { publishedSpan } from "../../src/lib/publishedSpan.js";

it("goes from the first to the last number of any series, holes included", () => {
  const months = ["01", "02", "03", "04", "05"];
  const series = [
    { values: [null, 1, "s" as const, null, null] },
    { values: [null, null, null, 2, "s" as const] },
  ];
  expect(publishedSpan(months, series)).toEqual(["02", "03", "04"]);
});

it("is empty when nothing is published", () => {
  expect(publishedSpan(["01"], [{ values: ["s"] }])).toEqual([]);
});
