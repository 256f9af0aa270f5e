import { columnOf, type Grid, isMargin, rowOf } from "./grid.js";
import type { Sensitive } from "./sensitive.js";

/**
 * Sensitive cells of one company, in the row or column of `cell`: that company knows their value and
 * could use it against `cell` (INSEE FAQ of 5 February 2014, pp. 8-9; τ-Argus SingleSingle and
 * SingleMultiple). A total resting on one company is that company again, not another one.
 */
export function insiders(grid: Grid, sensitive: readonly Sensitive[], cell: number): number[] {
  return sensitive
    .map((other) => other.cell)
    .filter(
      (known) =>
        known !== cell &&
        grid.contributors[known] === 1 &&
        shareLine(grid, cell, known) &&
        !isSameCompany(grid, cell, known),
    );
}

function shareLine(grid: Grid, a: number, b: number): boolean {
  return rowOf(grid, a) === rowOf(grid, b) || columnOf(grid, a) === columnOf(grid, b);
}

function isSameCompany(grid: Grid, a: number, b: number): boolean {
  return [a, b].some((cell) => isMargin(grid, cell) && grid.contributors[cell] === 1);
}
