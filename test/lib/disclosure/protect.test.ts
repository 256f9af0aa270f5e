import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../src/lib/disclosure/audit.js";
import { cellAt } from "../../../src/lib/disclosure/grid.js";
import { BUSINESS_RULES } from "../../../src/lib/disclosure/primary.js";
import { protectGrid } from "../../../src/lib/disclosure/protect.js";
import { sensitiveCells } from "../../../src/lib/disclosure/sensitive.js";
import { gridFrom, hiddenPairs, valueCosts } from "./gridFrom.js";

describe("protectGrid", () => {
  it("finds the unique optimum of rtauargus act_size (E1)", () => {
    const grid = gridFrom([
      [
        { value: 100, contributors: 10, largest: 20 },
        { value: 50, contributors: 5, largest: 15 },
      ],
      [
        { value: 30, contributors: 2, largest: 20 },
        { value: 20, contributors: 5, largest: 10 },
      ],
      [
        { value: 60, contributors: 8, largest: 16 },
        { value: 40, contributors: 6, largest: 38 },
      ],
    ]);
    const sensitive = sensitiveCells(grid, BUSINESS_RULES);
    expect(sensitive.map(({ cell }) => cell)).toEqual([cellAt(grid, 1, 0), cellAt(grid, 2, 1)]);
    const { hidden } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
    expect(hiddenPairs(grid, hidden)).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it("protects INSEE’s table of instruments, its single organ seller included (E2)", () => {
    const grid = gridFrom([
      [58, 71, 92, 800],
      [11, 124, { value: 157, contributors: 2, largest: 80 }, 934],
      [36, 24, { value: 60, contributors: 1, largest: 60 }, 651],
    ]);
    const sensitive = sensitiveCells(grid, BUSINESS_RULES);
    const { hidden, audit: verdict } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
    expect(verdict.attacks).toEqual([]);
    const organ = hiddenPairs(grid, hidden).filter(([, column]) => column === 2);
    expect(organ.length).toBeGreaterThanOrEqual(3);
  });

  it("never adds a zero cell to the mask: everyone may know it is empty", () => {
    const grid = gridFrom([
      [{ value: 5, contributors: 1, largest: 5 }, 0, 40],
      [0, 0, 30],
      [50, 20, 60],
    ]);
    const sensitive = sensitiveCells(grid, BUSINESS_RULES);
    const { hidden, audit: verdict } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
    expect(verdict.attacks).toEqual([]);
    expect(hiddenPairs(grid, hidden).every(([r, c]) => grid.value[cellAt(grid, r, c)]! > 0)).toBe(
      true,
    );
  });

  it("hides every value, the grand total too, of a table that rests on one company", () => {
    const grid = gridFrom([
      [{ value: 9, contributors: 1, largest: 9 }, 0],
      [0, 0],
    ]);
    const sensitive = sensitiveCells(grid, BUSINESS_RULES);
    const { hidden, audit: verdict } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
    expect(verdict.attacks).toEqual([]);
    expect(hiddenPairs(grid, hidden)).toEqual([
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ]);
  });

  it("refuses a table that does not add up or holds a negative value", () => {
    const wrong = gridFrom([[3, 4]]);
    wrong.value[2] = 8;
    expect(() => protectGrid(wrong, [], valueCosts(wrong), "essai")).toThrow(
      /somme de ses parties/,
    );
    const negative = gridFrom([
      [3, -1],
      [4, 2],
    ]);
    expect(() => protectGrid(negative, [], valueCosts(negative), "essai")).toThrow(/négative/);
  });

  it("lets nothing through on random small tables of random companies", () => {
    const companies = fc.array(
      fc.record({ row: fc.nat(3), column: fc.nat(3), size: fc.integer({ min: 1, max: 60 }) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(companies, (list) => {
        const sizes: number[][][] = Array.from({ length: 4 }, () => [[], [], [], []]);
        for (const { row, column, size } of list) sizes[row]![column]!.push(size);
        const grid = gridFrom(
          sizes.map((line) =>
            line.map((values) => ({
              value: values.reduce((sum, value) => sum + value, 0),
              contributors: values.length,
              largest: Math.max(0, ...values),
            })),
          ),
        );
        const sensitive = sensitiveCells(grid, BUSINESS_RULES);
        const { hidden } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
        expect(audit(grid, hidden, sensitive).attacks).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

const folder = new URL("../../../../shared/reference/sdc/", import.meta.url);

describe.skipIf(!existsSync(folder))(
  "reference tables, two ways only (skipped: ../shared absent when it is not there)",
  () => {
    interface Reference {
      values: Record<string, number>;
      cell_info: Record<string, { n?: number }> | null;
      primary: Record<string, { lower_protection: number; upper_protection: number }>;
      optimal_cost: number;
      optimal_patterns: { secondary: string[]; intervals: Record<string, [number, number]> }[];
    }
    const rows = ["R1", "R2", "R3"];
    const columns = ["A", "B", "C"];

    it.each(["1-frequency-rectangle", "2-dominance-85", "5-singletons"])(
      "reaches the proved optimum and its intervals on %s",
      (name) => {
        const reference: Reference = JSON.parse(
          readFileSync(new URL(`${name}.json`, folder), "utf8"),
        );
        const grid = gridFrom(
          rows.map((row) =>
            columns.map((column) => ({
              value: reference.values[`${row}|${column}`]!,
              contributors: reference.cell_info?.[`${row}|${column}`]?.n ?? 100,
            })),
          ),
        );
        const position = (key: string): number => {
          const [row = "", column = ""] = key.split("|");
          return cellAt(grid, (rows.indexOf(row) + 4) % 4, (columns.indexOf(column) + 4) % 4);
        };
        const sensitive = Object.entries(reference.primary).map(([key, level]) => ({
          cell: position(key),
          lower: Math.max(1, level.lower_protection),
          upper: Math.max(1, level.upper_protection),
        }));
        const { hidden, audit: verdict } = protectGrid(grid, sensitive, valueCosts(grid), "essai");
        expect(verdict.attacks).toEqual([]);
        const [optimum] = reference.optimal_patterns;
        const expected = [...Object.keys(reference.primary), ...optimum!.secondary].map(position);
        expect([...hidden.keys()].filter((cell) => hidden[cell] === 1)).toEqual(
          expected.sort((a, b) => a - b),
        );
        for (const [key, [low, high]] of Object.entries(optimum!.intervals)) {
          expect(verdict.low[position(key)]).toBeCloseTo(low, 9);
          expect(verdict.high[position(key)]).toBeCloseTo(high, 9);
        }
      },
    );
  },
);
