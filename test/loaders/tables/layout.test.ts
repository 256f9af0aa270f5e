import { describe, expect, it } from "vitest";
import { DEPARTEMENTS } from "../../../loaders/geography.js";
import { buildLayout, departementKey, keyOf } from "../../../loaders/tables/layout.js";
import { NAF_NODES } from "../../../src/lib/naf.js";

const PARTS = ["dette_salariale", "dette_patronale"] as const;

describe("buildLayout", () => {
  it("names each cell once", () => {
    const { cells } = buildLayout(PARTS, true);
    expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
  });

  it("links every cell but the grand total to a total, and no sum has a single part", () => {
    const { cells, equations, grandTotal } = buildLayout(PARTS, true);
    expect(cells[grandTotal]).toEqual({
      territory: "FR",
      sector: "Total",
      size: "Total",
      part: "",
    });
    const linked = new Set(equations.flatMap(({ parts }) => parts));
    expect(linked.size).toBe(cells.length - 1);
    for (const { parts } of equations) expect(parts.length).toBeGreaterThan(1);
  });

  it("begins with the same cells without the départements, so that a mask goes on from month to month", () => {
    const coarse = buildLayout(PARTS, false).cells;
    expect(buildLayout(PARTS, true).cells.slice(0, coarse.length)).toEqual(coarse);
  });

  it("has one cell for a département that is its région, and 96 départements besides", () => {
    expect(departementKey("974")).toBe("REG-04");
    const own = DEPARTEMENTS.map(({ code }) => departementKey(code));
    expect(own.filter((key) => key.startsWith("DEP-"))).toHaveLength(96);
    expect(new Set(own).size).toBe(101);
  });

  it("details France down to A88, régions to A38, départements to A10", () => {
    const { cells } = buildLayout([], true);
    const sectors = (territory: string) =>
      cells.filter((cell) => cell.territory === territory && cell.size === "Total").length;
    expect(sectors("FR")).toBe(NAF_NODES.length);
    expect(sectors("DEP-35")).toBe(11);
    expect(sectors("REG-53")).toBeGreaterThan(40);
    expect(sectors("REG-53")).toBeLessThan(sectors("FR"));
  });
});
