import { describe, expect, test } from "vitest";
import { cellLabels } from "../../../src/lib/explorer/cellLabels.js";
import { cellSeries } from "../../../src/lib/explorer/cellSeries.js";
import type { PublishedCell } from "../../../src/lib/explorer/pivot.js";
import { readCells } from "../../../src/lib/explorer/readCells.js";
import { highestSeries, resultFinding } from "../../../src/lib/explorer/resultFinding.js";
import { sortCells } from "../../../src/lib/explorer/sortCells.js";
import { indicatorOf } from "../../../src/lib/labels.js";
import type { Cell } from "../../../src/lib/tables.js";

const label = cellLabels(
  new Map([
    ["53", "Bretagne"],
    ["11", "Île-de-France"],
    ["84", "Auvergne-Rhône-Alpes"],
  ]),
);

const cell = (periode: string, territoire: string, value: Cell): PublishedCell => ({
  periode,
  territoire,
  secteur: "Total",
  taille: "total",
  indicateur: "part_en_dette",
  value,
});

test("rows of a query become cells: a number, a secret, or nothing", () => {
  const row = { periode: "2026", territoire: "53", secteur: "F", taille: "total" };
  const cells = readCells({
    columns: [],
    rows: [
      { ...row, indicateur: "effectif", valeur: 12, statut: "publie" },
      { ...row, indicateur: "effectif", valeur: null, statut: "secret" },
      { ...row, indicateur: "effectif", valeur: null, statut: "indisponible" },
    ],
    cut: false,
    milliseconds: 1,
  });
  expect(cells.map(({ value }) => value)).toEqual([12, "s", null]);
});

describe("series in time", () => {
  const cells = [cell("2025", "53", 4), cell("2026", "53", 5), cell("2026", "11", 6)];

  test("are one per crossing, on the same periods, with gaps", () => {
    expect(cellSeries(cells, label)).toEqual({
      periods: ["2025", "2026"],
      dimensions: ["territoire"],
      series: [
        { name: "Bretagne", codes: ["53"], values: [4, 5] },
        { name: "Île-de-France", codes: ["11"], values: [null, 6] },
      ],
    });
  });

  test("are told by the highest of the last period with a number", () => {
    const shown = cellSeries([...cells, cell("2027", "53", "s")], label);
    const title = resultFinding(indicatorOf("part_en_dette"), shown);
    expect(title).toMatch(
      /^Île-de-France.: 6,0.%, la valeur la plus élevée des 2 territoires publiés \(2026\)$/,
    );
    expect(highestSeries(shown)).toBe(1);
  });

  test("a single one is told by its change in a year", () => {
    const shown = cellSeries(cells.slice(0, 2), label);
    expect(resultFinding(indicatorOf("part_en_dette"), shown)).toMatch(
      /augmenté de 1,0.point en un an \(Bretagne\)/,
    );
  });
});

test("cells come by territory name without accents, then in time, sizes growing", () => {
  const sizes = ["250+", "1-9", "50-249"].map((taille) => ({ ...cell("2026", "53", 1), taille }));
  expect(sortCells(sizes, label).map(({ taille }) => taille)).toEqual(["1-9", "50-249", "250+"]);
  const places = ["53", "11", "84"].map((code) => cell("2026", code, 1));
  expect(sortCells(places, label).map(({ territoire }) => territoire)).toEqual(["84", "53", "11"]);
});
