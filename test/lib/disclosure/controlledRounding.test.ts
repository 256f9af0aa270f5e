import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { roundTable } from "../../../src/lib/disclosure/controlledRounding.js";
import type { Table } from "../../../src/lib/disclosure/table.js";
import { dimensionOf, randomTable } from "./randomTable.js";

const highs = await highsLoader();

function expectRounded({ value, equations }: Table, rounded: Float64Array, base: number): void {
  for (const { total, parts } of equations)
    expect(parts.reduce((sum, part) => sum + rounded[part]!, 0)).toBe(rounded[total]);
  for (const amount of rounded) expect(amount % base).toBe(0);
  for (const [cell, amount] of rounded.entries())
    expect(Math.abs(amount - value[cell]!)).toBeLessThan(base);
}

describe("roundTable", () => {
  it("keeps sums and goes to a multiple next to each value, whatever the table in two dimensions", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const dimensions = [dimensionOf("a", 0, 4), dimensionOf("b", 2, 3)];
      const table = randomTable(dimensions, 8, seed, false);
      expectRounded(table, roundTable(table, 5, highs), 5);
    }
  });

  it("leaves a table of multiples as it is", () => {
    const table = randomTable([dimensionOf("a", 0, 3), dimensionOf("b", 0, 3)], 8, 2, false);
    const value = table.value.map((amount) => 3 * amount);
    expect(roundTable({ ...table, value }, 3, highs)).toEqual(value);
  });

  it("moves the whole as little as it can: 1 + 1 + 1 = 3 becomes one 3 and two 0 in base 3", () => {
    const value = Float64Array.of(3, 1, 1, 1);
    const rounded = roundTable({ value, equations: [{ total: 0, parts: [1, 2, 3] }] }, 3, highs);
    expect(rounded[0]).toBe(3);
    expect([...rounded.slice(1)].sort()).toEqual([0, 0, 3]);
  });

  it("keeps sums in three dimensions, a step further where it must", () => {
    const dimensions = [dimensionOf("a", 0, 3), dimensionOf("b", 0, 3), dimensionOf("c", 0, 3)];
    const table = randomTable(dimensions, 8, 4, false);
    const rounded = roundTable(table, 3, highs);
    for (const { total, parts } of table.equations)
      expect(parts.reduce((sum, part) => sum + rounded[part]!, 0)).toBe(rounded[total]);
  });
});
