import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertSafe, audit } from "../../../src/lib/disclosure/audit.js";
import { cellAt, type Grid, isMargin } from "../../../src/lib/disclosure/grid.js";
import { gridFrom, maskOf } from "./gridFrom.js";

function intervals(grid: Grid, cells: [number, number][]): [number, number][] {
  const { low, high } = audit(grid, maskOf(grid, cells), []);
  return cells.map(([row, column]) => {
    const cell = cellAt(grid, row, column);
    return [low[cell]!, high[cell]!];
  });
}

describe("feasibility intervals", () => {
  it("finds those of rtauargus act_size (E1)", () => {
    const grid = gridFrom([
      [100, 50],
      [30, 20],
      [60, 40],
    ]);
    expect(
      intervals(grid, [
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
      ]),
    ).toEqual([
      [0, 50],
      [0, 50],
      [40, 90],
      [10, 60],
    ]);
  });

  it("finds those of INSEE’s polluting firms by age (E3)", () => {
    const grid = gridFrom([
      [2, 5, 7, 6],
      [8, 15, 17, 20],
    ]);
    expect(
      intervals(grid, [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([
      [0, 7],
      [0, 7],
      [3, 10],
      [13, 20],
    ]);
  });

  it("finds those of Geurts’s table (Handbook on SDC, example 3; E5)", () => {
    const grid = gridFrom([
      [4, 3],
      [2, 1],
      [3, 3],
    ]);
    expect(
      intervals(grid, [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
  });

  it("rejects INSEE’s mask Harpe + Orgue and accepts Piano + Orgue (E2)", () => {
    const grid = gridFrom([
      [58, 71, 92, 800],
      [11, 124, { value: 157, contributors: 2 }, 934],
      [36, 24, { value: 60, contributors: 1 }, 651],
    ]);
    const sensitive = [
      { cell: cellAt(grid, 1, 2), lower: 15.7, upper: 15.7 },
      { cell: cellAt(grid, 2, 2), lower: 6, upper: 6 },
    ];
    const twoColumns = (other: number): Uint8Array =>
      maskOf(
        grid,
        [0, 1, 2].flatMap((row): [number, number][] => [
          [row, other],
          [row, 2],
        ]),
      );
    const harpe = audit(grid, twoColumns(0), sensitive);
    expect([harpe.low[cellAt(grid, 1, 2)], harpe.high[cellAt(grid, 1, 2)]]).toEqual([63, 168]);
    expect(harpe.attacks.map(({ kind }) => kind)).toEqual(["interval"]);
    const piano = audit(grid, twoColumns(1), sensitive);
    expect([piano.low[cellAt(grid, 1, 2)], piano.high[cellAt(grid, 1, 2)]]).toEqual([62, 281]);
    expect(piano.attacks).toEqual([]);
  });

  it("sees that the only seller of a cell computes the other hidden cell of its column (E2)", () => {
    const grid = gridFrom([
      [58, 71, 92, 800],
      [11, 124, { value: 157, contributors: 2 }, 934],
      [36, 24, { value: 60, contributors: 1 }, 651],
    ]);
    const mask = maskOf(grid, [
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 2],
    ]);
    const sensitive = [
      { cell: cellAt(grid, 1, 2), lower: 0, upper: 0 },
      { cell: cellAt(grid, 2, 2), lower: 0, upper: 0 },
    ];
    expect(audit(grid, mask, sensitive).attacks.map(({ kind }) => kind)).toEqual(["singleton"]);
  });

  it("uses what is known of the highest value: a count cannot pass the published group", () => {
    const grid = gridFrom([
      [4, 6],
      [5, 9],
    ]);
    grid.upper[cellAt(grid, 0, 0)] = 5;
    expect(
      intervals(grid, [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ])[0],
    ).toEqual([0, 5]);
  });

  it("is stopped by a zero cell, which cannot fall", () => {
    const grid = gridFrom([
      [7, 0],
      [0, 9],
    ]);
    expect(
      intervals(grid, [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ])[0],
    ).toEqual([0, 7]);
  });

  it("agrees with the enumeration of every table compatible with the published cells", () => {
    const tables = fc.record({
      inner: fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 2,
      }),
      mask: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(tables, ({ inner, mask }) => {
        const grid = gridFrom(inner);
        const hidden = Uint8Array.from(mask, Number);
        hidden[11] = 0;
        const { low, high } = audit(grid, hidden, []);
        const [least, most] = enumerate(grid, hidden);
        expect([...low]).toEqual(least);
        expect([...high]).toEqual(most);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("refuses, in French, a table that does not pass, without naming a value", () => {
    const grid = gridFrom([
      [1, 2],
      [3, 4],
    ]);
    const verdict = audit(grid, maskOf(grid, []), [{ cell: 0, lower: 1, upper: 1 }]);
    expect(() => assertSafe(verdict, "effectif 2026-09")).toThrow(/secret statistique/);
  });
});

/** Least and greatest integer value of each cell over every inner table with the published cells. */
function enumerate(grid: Grid, hidden: Uint8Array): [number[], number[]] {
  const least = Array.from(grid.value, () => Number.POSITIVE_INFINITY);
  const most = Array.from(grid.value, () => Number.NEGATIVE_INFINITY);
  const innerCells = [...grid.value.keys()].filter((cell) => !isMargin(grid, cell));
  const total = grid.value[cellAt(grid, grid.rows, grid.columns)]!;
  const candidate = grid.value.slice();
  const matches = (): boolean =>
    candidate.every((value, cell) => hidden[cell] === 1 || value === grid.value[cell]);
  const visit = (position: number, left: number): void => {
    const cell = innerCells[position];
    if (cell === undefined) {
      if (left > 0) return;
      addMargins(grid, candidate);
      if (!matches()) return;
      for (const [index, value] of candidate.entries()) {
        least[index] = Math.min(least[index]!, value);
        most[index] = Math.max(most[index]!, value);
      }
      return;
    }
    if (hidden[cell] === 0) {
      candidate[cell] = grid.value[cell]!;
      if (candidate[cell] <= left) visit(position + 1, left - candidate[cell]);
      return;
    }
    for (let value = 0; value <= left; value++) {
      candidate[cell] = value;
      visit(position + 1, left - value);
    }
  };
  visit(0, total);
  return [least, most];
}

function addMargins(grid: Grid, candidate: Float64Array): void {
  for (let cell = 0; cell < candidate.length; cell++) {
    if (isMargin(grid, cell)) candidate[cell] = 0;
  }
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const value = candidate[cellAt(grid, row, column)]!;
      candidate[cellAt(grid, row, grid.columns)]! += value;
      candidate[cellAt(grid, grid.rows, column)]! += value;
      candidate[cellAt(grid, grid.rows, grid.columns)]! += value;
    }
  }
}
