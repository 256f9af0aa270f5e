import { cellAt, emptyGrid, type Grid } from "../../../src/lib/disclosure/grid.js";

/** One inner cell of a test table: its value, how many companies, the largest of them. */
export interface Inner {
  value: number;
  contributors?: number;
  largest?: number;
}

/** A grid with its totals, from inner cells given as numbers (many equal companies) or in full. */
export function gridFrom(rows: (number | Inner)[][]): Grid {
  const grid = emptyGrid(rows.length, rows[0]!.length);
  for (const [row, line] of rows.entries()) {
    for (const [column, entry] of line.entries()) {
      const inner = typeof entry === "number" ? { value: entry } : entry;
      const contributors = inner.contributors ?? (inner.value === 0 ? 0 : 100);
      const largest = inner.largest ?? (contributors === 0 ? 0 : inner.value / contributors);
      for (const r of [row, grid.rows]) {
        for (const c of [column, grid.columns]) {
          const cell = cellAt(grid, r, c);
          grid.value[cell]! += inner.value;
          grid.contributors[cell]! += contributors;
          grid.largest[cell] = Math.max(grid.largest[cell]!, largest);
        }
      }
    }
  }
  return grid;
}

/** Costs of hiding equal to the values, as in the reference cases; the grand total stays. */
export function valueCosts(grid: Grid): Float64Array {
  const cost = grid.value.map((value) => Math.max(1, value));
  cost[cellAt(grid, grid.rows, grid.columns)] = Number.POSITIVE_INFINITY;
  return cost;
}

/** Mask from the (row, column) pairs hidden. */
export function maskOf(grid: Grid, cells: [number, number][]): Uint8Array {
  const mask = new Uint8Array(grid.value.length);
  for (const [row, column] of cells) mask[cellAt(grid, row, column)] = 1;
  return mask;
}

/** The (row, column) pairs a mask hides, in row order. */
export function hiddenPairs(grid: Grid, mask: Uint8Array): [number, number][] {
  const width = grid.columns + 1;
  return [...mask.keys()]
    .filter((cell) => mask[cell] === 1)
    .map((cell): [number, number] => [Math.floor(cell / width), cell % width]);
}
