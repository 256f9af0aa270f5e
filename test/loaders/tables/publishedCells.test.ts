import { beforeAll, describe, expect, it } from "vitest";
import { SMALL_GROUP } from "../../../loaders/disclosure/group.js";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { readGrids } from "../../../loaders/tables/grids.js";
import type { MeasureId } from "../../../loaders/tables/measures.js";
import {
  type ProtectedMeasures,
  protectMeasures,
} from "../../../loaders/tables/protectedMeasures.js";
import { PublishedCells } from "../../../loaders/tables/publishedCells.js";
import { regionsTable } from "../../../loaders/tables/regionsTable.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { sectorTable } from "../../../loaders/tables/sectorTable.js";
import { TERRITORIES } from "../../../loaders/tables/territories.js";
import { audit } from "../../../src/lib/disclosure/audit.js";
import { cellAt } from "../../../src/lib/disclosure/grid.js";
import { BUSINESS_RULES, COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { sensitiveCells } from "../../../src/lib/disclosure/sensitive.js";
import { INDICATORS } from "../../../src/lib/indicators.js";
import type { Cell, SectorTable } from "../../../src/lib/tables.js";
import { createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore, smallEconomy } from "./companies.js";

let measures: ProtectedMeasures;
let tables: SectorTable[];
let months: string[];
let sections: string[];
let cells: PublishedCells;

beforeAll(async () => {
  await withDuckDB(async (connection) => {
    await createCleanTables(connection, smallEconomy(monthsBefore(14)));
    await createScope(connection, freshAt("2026-09-30"));
    const grids = await readGrids(connection);
    ({ months, sections } = grids);
    measures = protectMeasures(grids);
  });
  cells = new PublishedCells(measures);
  tables = TERRITORIES.map((territory) => sectorTable(cells, months, sections, territory));
});

/** Rounding to two decimals, with room for the last bit of a double. */
const HALF_A_HUNDREDTH = 0.005 + 1e-12;

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === "number";

describe("published cells", () => {
  it("leaves no cell of one or two companies, none dominated, in any published figure", () => {
    for (const [id, series] of measures) {
      for (const shown of series) {
        shown?.grid.value.forEach((value, cell) => {
          if (shown.hidden[cell] === 1) return;
          expect([1, 2]).not.toContain(shown.grid.contributors[cell]);
          const amount = id === "effectif" || id === "dette_urssaf";
          if (amount)
            expect(shown.grid.largest[cell]! / Math.max(value, 1)).toBeLessThanOrEqual(0.85);
        });
      }
    }
  });

  it("hides some cells and publishes others for every counted or summed indicator", () => {
    for (const { id } of INDICATORS) {
      const all = tables.flatMap(({ indicators }) => indicators[id]!.flat());
      expect(all.includes("s"), id).toBe(true);
      expect(all.some(isNumber), id).toBe(true);
    }
  });

  it("adds up: regions make France and sections make totals wherever all are published", () => {
    const [france, ...regions] = tables;
    let checked = 0;
    for (const { id } of INDICATORS.filter(({ kind }) => kind !== "rate")) {
      for (const section of sections.keys()) {
        for (const month of months.keys()) {
          const parts = regions.map(({ indicators }) => indicators[id]![section]![month]);
          const total = france!.indicators[id]![section]![month];
          if (!isNumber(total) || !parts.every(isNumber)) continue;
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  it("never leaves a single hidden cell in a line whose total is published", () => {
    for (const { id } of INDICATORS.filter(({ kind }) => kind !== "rate")) {
      for (const table of tables) {
        for (const month of months.keys()) {
          const column = table.indicators[id]!.map((row) => row[month]);
          if (column.at(-1) === "s") continue;
          expect(column.filter((cell) => cell === "s")).not.toHaveLength(1);
        }
      }
    }
  });

  it("gives rates that anyone can recompute, hidden when a part is or in a group all alike", () => {
    for (const { id, numerator, denominator } of INDICATORS.filter(({ kind }) => kind === "rate")) {
      for (const { indicators } of tables) {
        indicators[id]!.forEach((row, section) => {
          row.forEach((rate, month) => {
            const above = indicators[numerator!]![section]![month];
            const below = indicators[denominator!]![section]![month];
            if (above === null || below === null) expect(rate).toBeNull();
            else if (above === "s" || below === "s") expect(rate).toBe("s");
            else if (isNumber(rate)) {
              const exact = (100 * (above as number)) / (below as number);
              expect(Math.abs(rate - exact)).toBeLessThanOrEqual(HALF_A_HUNDREDTH);
            }
          });
        });
      }
    }
  });

  it("hides 0 % and 100 % of a small group", () => {
    for (const { id } of INDICATORS.filter(({ kind }) => kind === "rate")) {
      for (const { indicators } of tables) {
        indicators[id]!.forEach((row, section) => {
          row.forEach((rate, month) => {
            const companies = indicators.entreprises![section]![month];
            if (!isNumber(companies) || companies >= SMALL_GROUP) return;
            expect([0, 100]).not.toContain(rate);
          });
        });
      }
    }
  });

  it("shows the same figure of a territory on every page", () => {
    const { territories, month } = regionsTable(cells, months, sections);
    expect(month).toBe("2026-09");
    expect(territories.map(({ code }) => code)).toEqual(TERRITORIES.map(({ code }) => code));
    for (const [index, { indicators }] of territories.entries()) {
      for (const { id } of INDICATORS) {
        const series = tables[index]!.indicators[id]!.at(-1)!;
        expect(indicators[id]).toEqual({ value: series.at(-1), yearBefore: series.at(-13) });
      }
    }
  });

  it("resists an attack from the published files alone", () => {
    for (const { id, kind } of INDICATORS.filter(({ kind }) => kind !== "rate")) {
      for (const [month, shown] of measures.get(id as MeasureId)!.entries()) {
        if (!shown) continue;
        const { grid } = shown;
        const mask = new Uint8Array(grid.value.length);
        for (const [index, { row }] of TERRITORIES.entries()) {
          tables[index]!.indicators[id]!.forEach((line, column) => {
            if (line[month] === "s") mask[cellAt(grid, row, column)] = 1;
          });
        }
        const rules = kind === "count" ? COUNT_RULES : BUSINESS_RULES;
        expect(audit(grid, mask, sensitiveCells(grid, rules)).attacks).toEqual([]);
      }
    }
  });

  it("keeps the mask of headcounts nearly the same from one month to the next", () => {
    const masks = measures.get("effectif")!.map((shown) => shown!.hidden);
    for (const [month, mask] of masks.slice(1).entries()) {
      const changed = mask.filter((mark, cell) => mark !== masks[month]![cell]).length;
      expect(changed / mask.length).toBeLessThan(0.05);
    }
  });
});
