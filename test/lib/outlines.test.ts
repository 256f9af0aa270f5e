import { expect, test } from "vitest";
import { DEPARTEMENTS } from "../../loaders/geography.js";
import { DEPARTEMENT_OUTLINES } from "../../src/lib/departementOutlines.js";
import { boxOf, centreOf, fitted, ringsOf } from "../../src/lib/outlines.js";
import { REGION_OUTLINES } from "../../src/lib/regionOutlines.js";

/** A square of four, then a small island. */
const SQUARE = "M10,10l4,0l0,4l-4,0zM20,10l1,0l0,1z";

test("an outline is read ring by ring, in absolute positions", () => {
  expect(ringsOf(SQUARE)).toEqual([
    [
      [10, 10],
      [14, 10],
      [14, 14],
      [10, 14],
    ],
    [
      [20, 10],
      [21, 10],
      [21, 11],
    ],
  ]);
});

test("a box holds all the rings, and the centre is that of the largest one", () => {
  expect(boxOf([SQUARE])).toEqual({ x: 10, y: 10, width: 11, height: 4 });
  expect(centreOf(SQUARE)).toEqual([12, 12]);
});

test("a box is widened around its centre to the shape of the frame", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(fitted(box, 2, 0)).toEqual({ x: -5, y: 0, width: 20, height: 10 });
  expect(fitted(box, 0.5, 0.5)).toEqual({ x: -5, y: -15, width: 20, height: 40 });
});

test("each metropolitan département is drawn once, within its région", () => {
  const metropolitan = DEPARTEMENTS.filter(({ zone }) => zone === "metro");
  expect(Object.keys(DEPARTEMENT_OUTLINES).sort()).toEqual(
    metropolitan.map(({ code }) => code).sort(),
  );
  for (const { code, region } of metropolitan) {
    const [x, y] = centreOf(DEPARTEMENT_OUTLINES[code]!);
    const box = boxOf([REGION_OUTLINES[region]!]);
    expect(x).toBeGreaterThan(box.x);
    expect(x).toBeLessThan(box.x + box.width);
    expect(y).toBeGreaterThan(box.y);
    expect(y).toBeLessThan(box.y + box.height);
  }
});
