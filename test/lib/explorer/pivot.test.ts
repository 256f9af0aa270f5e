import fc from "fast-check";
import { expect, test } from "vitest";
import { DIMENSION_IDS } from "../../../src/lib/explorer/dimension.js";
import { type PublishedCell, pivot } from "../../../src/lib/explorer/pivot.js";
import type { Cell } from "../../../src/lib/tables.js";

const cell = (periode: string, territoire: string, value: Cell, secteur = "F"): PublishedCell => ({
  periode,
  territoire,
  secteur,
  taille: "total",
  indicateur: "effectif",
  value,
});

test("crosses two dimensions, with a gap where nothing is published", () => {
  const cells = [cell("2025", "53", 1), cell("2026", "53", "s"), cell("2026", "11", 3)];
  expect(pivot(cells, "territoire", "periode")).toEqual({
    rowDimensions: ["territoire"],
    columnDimension: "periode",
    columns: ["2025", "2026"],
    rows: [
      { codes: ["53"], cells: [1, "s"] },
      { codes: ["11"], cells: [null, 3] },
    ],
  });
});

test("a dimension that varies and was not asked heads the rows too", () => {
  const cells = [cell("2026", "53", 1, "F"), cell("2026", "53", 2, "C")];
  const { rowDimensions, rows } = pivot(cells, "territoire", "periode");
  expect(rowDimensions).toEqual(["territoire", "secteur"]);
  expect(rows.map(({ cells }) => cells)).toEqual([[1], [2]]);
});

test("no value is lost, added up or shown twice, whatever the axes", () => {
  const code = fc.constantFrom("a", "b", "c");
  const cells = fc.uniqueArray(
    fc.record({
      periode: code,
      territoire: code,
      secteur: code,
      taille: code,
      indicateur: code,
      value: fc.oneof(fc.nat(), fc.constant("s" as const)),
    }),
    { minLength: 1, selector: (one) => DIMENSION_IDS.map((id) => one[id]).join() },
  );
  const axes = fc.subarray([...DIMENSION_IDS], { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(cells, axes, (given, [rows, columns]) => {
      const shown = pivot(given, rows!, columns!).rows.flatMap((row) => row.cells);
      const values = shown.filter((value) => value !== null).map(String);
      expect(values.sort()).toEqual(given.map(({ value }) => String(value)).sort());
    }),
  );
});
