import fc from "fast-check";
import { expect, test } from "vitest";
import { indicatorCsv } from "../../../src/lib/diffusion/indicatorCsv.js";
import type { PublishedRows } from "../../../src/lib/diffusion/publishedRows.js";
import { publishedRows, type ShortCell } from "../../fixtures/publishedRows.js";

const TERRITORIES = ["FR", "11", "53", "11", "35"];
const csv = (rows: PublishedRows): string =>
  new TextDecoder().decode(indicatorCsv({ indicator: "dette_urssaf", rows }, TERRITORIES));

const CELLS: ShortCell[] = [
  ["D35", "2026-T3", 3],
  ["R53", "2026-09", "secret"],
  ["R53", "2026-08", 0.5],
  ["FR", "2026", 123_456_789],
  ["FR", "2026-09", 2, "F"],
  ["FR", "2026-09", "indisponible"],
];

test("rows go by periodicity, territory, sector, then time, one mark for every hidden cell", () => {
  expect(csv(publishedRows(CELLS)).split("\r\n")).toEqual([
    "periodicite,periode,niveau_territoire,territoire,niveau_secteur,secteur,taille,valeur,statut",
    "M,2026-09,france,FR,total,Total,total,,indisponible",
    "M,2026-09,france,FR,A10,F,total,2,publie",
    "M,2026-08,region,53,total,Total,total,0.5,publie",
    "M,2026-09,region,53,total,Total,total,,secret",
    "T,2026-T3,departement,35,total,Total,total,3,publie",
    "A,2026,france,FR,total,Total,total,123456789.0,publie",
    "",
  ]);
});

test("the order of the rows given changes nothing", () => {
  const expected = csv(publishedRows(CELLS));
  fc.assert(
    fc.property(fc.shuffledSubarray(CELLS, { minLength: CELLS.length }), (shuffled) => {
      expect(csv(publishedRows(shuffled))).toBe(expected);
    }),
  );
});

test("a value under the secret stops everything, and is not repeated in the message", () => {
  const rows = { ...publishedRows([["R53", "2026-09", "secret"]]), valeur: [4242] };
  expect(() => csv(rows)).toThrow(expect.objectContaining({ code: "betrayed-cell" }));
  expect(() => csv(rows)).not.toThrow(/4242/);
});

test("a published cell without a value, one cell twice, columns of two lengths are refused", () => {
  const one = publishedRows([["FR", "2026-09", 1]]);
  const codeOf = (rows: PublishedRows): unknown => {
    try {
      return csv(rows);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(codeOf({ ...one, valeur: [null] })).toBe("betrayed-cell");
  expect(codeOf({ ...one, taille: [] })).toBe("unequal-columns");
  const twice: ShortCell = ["FR", "2026-09", 1];
  expect(codeOf(publishedRows([twice, ["FR", "2026-08", 1], twice]))).toBe("duplicate-cell");
});

test("a code that no nomenclature has is refused", () => {
  expect(() => csv(publishedRows([["R99", "2026-09", 1]]))).toThrow("unknown territoire: 99");
  expect(() => csv(publishedRows([["FR", "2026-09", 1, "XX"]]))).toThrow("unknown secteur: XX");
});
