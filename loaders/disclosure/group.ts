import {
  cellAt,
  columnOf,
  type Grid,
  grandTotal,
  isMargin,
  linesOf,
  rowOf,
} from "../../src/lib/disclosure/grid.js";
import type { Reason } from "../../src/lib/disclosure/primary.js";

/**
 * Under this many companies, to say that none has the trait says it of each. The strictest frequency
 * threshold of French tables (BOFiP BOI-DJC-CADA-20: fewer than 11 units), for want of one on rates.
 */
export const SMALL_GROUP = 11;

/**
 * Group disclosure: cells that say the same of every company they could count. All of them have the
 * trait (counts only: a sum does not say so), whatever their number; or none has, and they are few.
 * Zeros that follow from published zeros of enough companies are left: hiding them would hide
 * nothing.
 *
 * `grid` counts or sums those with the trait, `population` the companies that could have it. Returns
 * the reason of each cell.
 */
export function groupReasons(
  grid: Grid,
  population: Grid,
  counts: boolean,
): (cell: number) => Reason | undefined {
  const evident = evidentZeros(grid, population);
  return (cell) => {
    const having = grid.contributors[cell]!;
    if (having > 0) return counts && having >= population.contributors[cell]! ? "group" : undefined;
    return evident[cell] === 1 ? undefined : "group";
  };
}

/**
 * Zeros everyone knows or may know: of no company, of many, part of the zero total of many, or total
 * of such zeros only.
 */
function evidentZeros(grid: Grid, population: Grid): Uint8Array {
  const isPublic = (cell: number): boolean => {
    const size = population.contributors[cell]!;
    return grid.contributors[cell] === 0 && (size === 0 || size >= SMALL_GROUP);
  };
  const evident = grid.value.map((_, cell) =>
    [cell, ...totalsOver(grid, cell)].some(isPublic) ? 1 : 0,
  );
  const marks = Uint8Array.from(evident);
  for (const { parts, total } of linesOf(grid)) {
    if (parts.every((part) => marks[part] === 1)) marks[total] = 1;
  }
  return marks;
}

/** Totals a cell is part of. */
function totalsOver(grid: Grid, cell: number): number[] {
  const row = cellAt(grid, rowOf(grid, cell), grid.columns);
  const column = cellAt(grid, grid.rows, columnOf(grid, cell));
  const over = isMargin(grid, cell) ? [grandTotal(grid)] : [row, column, grandTotal(grid)];
  return over.filter((total) => total !== cell);
}
