import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import type { CrossTable } from "../../../src/lib/disclosure/crossTable.js";
import { suppressionProblem } from "../../../src/lib/disclosure/suppressionProblem.js";
import { attackTable, auditTable } from "../../../src/lib/disclosure/tableAudit.js";
import { cellOf, flatTable, maskOf } from "./flatTable.js";

const highs = await highsLoader();
const CORNER = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

function intervals(table: CrossTable, cells: readonly (readonly [number, number])[]): number[][] {
  const problem = suppressionProblem(table, [], table.value, 3);
  const { low, high } = auditTable(problem, maskOf(table, cells), highs);
  return cells.map(([row, column]) => {
    const cell = cellOf(table, row, column);
    return [low[cell]!, high[cell]!].map((bound) => Math.round(bound * 1e6) / 1e6);
  });
}

describe("auditTable", () => {
  it("finds the intervals of INSEE’s polluting firms by age (E3)", () => {
    const table = flatTable([
      [2, 5, 7, 6],
      [8, 15, 17, 20],
    ]);
    expect(intervals(table, CORNER)).toEqual([
      [0, 7],
      [0, 7],
      [3, 10],
      [13, 20],
    ]);
  });

  it("finds those of Geurts’s table (Handbook on SDC, example 3; E5)", () => {
    const table = flatTable([
      [4, 3],
      [2, 1],
      [3, 3],
    ]);
    expect(intervals(table, CORNER)).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
  });

  it("uses what is known of the highest value: a count cannot pass the published group", () => {
    const table = flatTable([
      [4, 6],
      [5, 9],
    ]);
    const upper = table.value.map(() => Number.POSITIVE_INFINITY);
    upper[cellOf(table, 0, 0)] = 5;
    expect(intervals({ ...table, upper }, CORNER)[0]).toEqual([0, 5]);
  });

  it("is stopped by a zero cell, which cannot fall", () => {
    const table = flatTable([
      [7, 0],
      [0, 9],
    ]);
    expect(intervals(table, CORNER)[0]).toEqual([0, 7]);
  });
});

describe("attackTable", () => {
  const table = flatTable([
    [4, 6, 8],
    [5, 9, 7],
  ]);
  const primary = { cell: cellOf(table, 0, 0), reasons: [], lower: 1, upper: 1, slide: 1 };
  const problem = suppressionProblem(table, [primary], table.value, 3);
  const kinds = (cells: readonly (readonly [number, number])[]) =>
    attackTable(problem, maskOf(table, cells), highs).map(({ kind }) => kind);

  it("finds nothing to say of a mask that holds", () => {
    expect(kinds(CORNER)).toEqual([]);
  });

  it("sees a sensitive cell that is shown", () => {
    expect(kinds([])).toContain("published");
  });

  it("sees a cell that is alone in its line, which a subtraction gives back", () => {
    expect(kinds([[0, 0]])).toEqual(["interval", "line", "line"]);
  });
});
