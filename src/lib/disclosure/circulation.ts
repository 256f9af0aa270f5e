import { columnOf, type Grid, rowOf } from "./grid.js";

/**
 * The table as a circulation network, the base of the network method and of its audit.
 *
 * Nodes are the rows and the columns, totals included; each cell is an edge between its row and its
 * column. Let d be a change of the hidden cells that keeps every sum, and let f = d for inner cells
 * and the grand total, f = −d for row and column totals: additivity then says that f sums to zero
 * at every node, that is, f is a circulation. `forward` is how far f may rise on a cell (row →
 * column), `backward` how far it may fall (column → row).
 *
 * Source: Handbook on SDC §4.4 (network flow method); Castro, « Network flows heuristics for
 * complementary cell suppression », 2002.
 */
export interface Circulation {
  rows: number;
  columns: number;
  forward: Float64Array;
  backward: Float64Array;
  /** Amounts under it are rounding noise. */
  tolerance: number;
}

/** +1 where f follows the value of the cell, −1 where it goes against it. */
export function signOf(grid: Pick<Grid, "rows" | "columns">, cell: number): 1 | -1 {
  const rowTotal = columnOf(grid, cell) === grid.columns;
  const columnTotal = rowOf(grid, cell) === grid.rows;
  return rowTotal === columnTotal ? 1 : -1;
}

/** Capacities of every cell: down to 0, up to what is known. */
export function circulation(grid: Grid): Circulation {
  const size = grid.value.length;
  const forward = new Float64Array(size);
  const backward = new Float64Array(size);
  let largest = 1;
  for (let cell = 0; cell < size; cell++) {
    const value = grid.value[cell]!;
    const rise = Math.max(0, grid.upper[cell]! - value);
    const follows = signOf(grid, cell) === 1;
    forward[cell] = follows ? rise : value;
    backward[cell] = follows ? value : rise;
    largest = Math.max(largest, value);
  }
  return {
    rows: grid.rows,
    columns: grid.columns,
    forward,
    backward,
    tolerance: largest * RELATIVE_TOLERANCE,
  };
}

/** Doubles carry 2⁻⁵² ≈ 2e-16; a few thousand additions lose at most three digits of it. */
const RELATIVE_TOLERANCE = 1e-12;
