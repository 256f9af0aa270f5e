import { expect, test } from "vitest";
import { sectorRows } from "../../src/lib/sectorRows.js";
import type { TerritoryTable } from "../../src/lib/tables.js";

const QUARTERS = ["2025-T2", "2025-T3", "2025-T4", "2026-T1", "2026-T2"];
const TABLE: TerritoryTable = {
  territory: {
    code: "29",
    name: "Finistère",
    slug: "finistere",
    level: "departement",
    parent: null,
  },
  periods: QUARTERS,
  sectors: ["Total", "F"],
  indicators: {
    entreprises: [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, "s"],
    ],
  },
  detail: { sectors: [], indicators: {} },
  sizes: { classes: [], indicators: {} },
  adjusted: {},
};

test("without detail, a sector is read at the last quarter and four quarters before", () => {
  const rows = sectorRows(TABLE, "entreprises");
  expect(rows.map(({ node, value, yearBefore }) => [node.code, value, yearBefore])).toEqual([
    ["Total", 5, 1],
    ["F", "s", 6],
  ]);
  expect(sectorRows(TABLE, "effectif").map(({ value }) => value)).toEqual([null, null]);
});

test("a detail goes before the series", () => {
  const snapshot = { value: 12, yearBefore: null };
  const detail = { sectors: ["CA"], indicators: { entreprises: [snapshot] } };
  const [row] = sectorRows({ ...TABLE, detail }, "entreprises");
  expect([row?.node.code, row?.value, row?.yearBefore]).toEqual(["CA", 12, null]);
});
