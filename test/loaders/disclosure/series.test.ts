import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupReasons } from "../../../loaders/disclosure/group.js";
import { protectSeries } from "../../../loaders/disclosure/series.js";
import { audit } from "../../../src/lib/disclosure/audit.js";
import { cellAt } from "../../../src/lib/disclosure/grid.js";
import { BUSINESS_RULES, COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../../src/lib/disclosure/protectionLevel.js";
import { sensitiveCells } from "../../../src/lib/disclosure/sensitive.js";
import { gridFrom } from "../../lib/disclosure/gridFrom.js";

const counts = (rows: number[][]) =>
  gridFrom(rows.map((row) => row.map((count) => ({ value: count, contributors: count }))));

const BASE = { name: "essai", scale: 1, rules: COUNT_RULES, counts: true };

describe("protectSeries", () => {
  it("leaves a month the source says nothing of", () => {
    const grid = counts([
      [9, 8],
      [7, 6],
    ]);
    const [first, second] = protectSeries({
      ...BASE,
      months: ["2026-08", "2026-09"],
      grids: [null, grid],
    });
    expect(first).toBeNull();
    expect([...second!.hidden]).toEqual(new Array(9).fill(0));
  });

  it("hides the same cells as the month before when another choice would cost a little less", () => {
    const month = (a: number, b: number) =>
      counts([
        [2, 40, 41],
        [30, a, 90],
        [31, 90, b],
      ]);
    const grids = [month(10, 60), month(60, 10), month(60, 10)];
    const months = ["2026-07", "2026-08", "2026-09"];
    const followed = protectSeries({ ...BASE, months, grids });
    const alone = protectSeries({ ...BASE, months: ["2026-08"], grids: [grids[1]!] });
    expect(followed[1]!.hidden).toEqual(followed[0]!.hidden);
    expect(alone[0]!.hidden).not.toEqual(followed[0]!.hidden);
  });

  it("asks one unit of protection at least, in the unit of the indicator", () => {
    const hundredths = gridFrom([
      [{ value: 120, contributors: 2, largest: 60 }, 5000],
      [5000, 5000],
    ]);
    const [shown] = protectSeries({
      ...BASE,
      rules: BUSINESS_RULES,
      counts: false,
      scale: 100,
      months: ["2026-09"],
      grids: [hundredths],
    });
    const cell = cellAt(hundredths, 0, 0);
    expect(shown!.audit.low[cell]).toBeLessThanOrEqual(20);
    expect(shown!.audit.high[cell]).toBeGreaterThanOrEqual(220);
  });

  it("protects any count of a part of any population, knowing the published population", () => {
    const inner = fc.array(
      fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 3, maxLength: 3 }),
      { minLength: 3, maxLength: 3 },
    );
    fc.assert(
      fc.property(inner, (rows) => {
        const groups = counts(rows.map((row) => row.map(([size]) => size)));
        const having = counts(rows.map((row) => row.map(([size, part]) => Math.min(size, part))));
        const months = ["2026-09"];
        const population = protectSeries({ ...BASE, months, grids: [groups] });
        const [shown] = protectSeries({
          ...BASE,
          months,
          grids: [having],
          population,
          bounded: true,
        });
        const sensitive = sensitiveCells(
          shown!.grid,
          COUNT_RULES,
          DEFAULT_PROTECTION,
          groupReasons(having, groups, true),
        );
        const safe = audit(shown!.grid, shown!.hidden, sensitive).attacks.length === 0;
        expect(safe || !shown!.hidden.includes(0)).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
