import { expect, it } from "vitest";
import { REGIONS } from "../../loaders/geography.js";
import { OUTLINES_BOX, REGION_OUTLINES } from "../../src/lib/regionOutlines.js";

it("draws each metropolitan region once, and no other area", () => {
  const metropolitan = REGIONS.filter(({ zone }) => zone === "metro").map(({ code }) => code);
  expect(Object.keys(REGION_OUTLINES).sort()).toEqual(metropolitan.sort());
});

it("stays in its box, in closed outlines of straight lines", () => {
  for (const path of Object.values(REGION_OUTLINES)) {
    expect(path).toMatch(/^(M\d+,\d+(l-?\d+,-?\d+)+z)+$/);
    for (const [, x, y] of path.matchAll(/M(\d+),(\d+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(OUTLINES_BOX.width);
      expect(Number(y)).toBeLessThanOrEqual(OUTLINES_BOX.height);
    }
  }
});
