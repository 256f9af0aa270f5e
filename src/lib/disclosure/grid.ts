/**
 * A two-way table with its margins: (rows + 1) × (columns + 1) cells in row order, the last row and
 * the last column being totals. Values are never negative and add up exactly: count in the smallest
 * unit published (euros, employees, hundredths of a full-time equivalent).
 */
export interface Grid {
  rows: number;
  columns: number;
  value: Float64Array;
  /** Distinct companies behind the value. */
  contributors: Float64Array;
  /** Largest and second-largest contribution, in the unit of the value. */
  largest: Float64Array;
  second: Float64Array;
  /** What anyone may know the value not to exceed (a published denominator); `Infinity` if nothing. */
  upper: Float64Array;
}

/** A grid of zeros, without a known upper bound. */
export function emptyGrid(rows: number, columns: number): Grid {
  const size = (rows + 1) * (columns + 1);
  return {
    rows,
    columns,
    value: new Float64Array(size),
    contributors: new Float64Array(size),
    largest: new Float64Array(size),
    second: new Float64Array(size),
    upper: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  };
}

/** Position of a cell; `row = rows` or `column = columns` is a total. */
export function cellAt({ columns }: Pick<Grid, "columns">, row: number, column: number): number {
  return row * (columns + 1) + column;
}

/** Row of a cell. */
export function rowOf({ columns }: Pick<Grid, "columns">, cell: number): number {
  return Math.floor(cell / (columns + 1));
}

/** Column of a cell. */
export function columnOf({ columns }: Pick<Grid, "columns">, cell: number): number {
  return cell % (columns + 1);
}

/** True for a row total, a column total or the grand total. */
export function isMargin(grid: Pick<Grid, "rows" | "columns">, cell: number): boolean {
  return rowOf(grid, cell) === grid.rows || columnOf(grid, cell) === grid.columns;
}

/** The cell of the grand total. */
export function grandTotal(grid: Pick<Grid, "rows" | "columns">): number {
  return cellAt(grid, grid.rows, grid.columns);
}

/** Cells of a row (margin included). */
export function cellsOfRow(grid: Pick<Grid, "columns">, row: number): number[] {
  return Array.from({ length: grid.columns + 1 }, (_, column) => cellAt(grid, row, column));
}

/** Cells of a column (margin included). */
export function cellsOfColumn(grid: Pick<Grid, "rows" | "columns">, column: number): number[] {
  return Array.from({ length: grid.rows + 1 }, (_, row) => cellAt(grid, row, column));
}

/** A row or a column, its total apart: the total is the sum of the parts. */
export interface Line {
  parts: number[];
  total: number;
}

/** Every row, then every column, those of totals last of each. */
export function linesOf(grid: Pick<Grid, "rows" | "columns">): Line[] {
  const rows = Array.from({ length: grid.rows + 1 }, (_, row) => cellsOfRow(grid, row));
  const columns = Array.from({ length: grid.columns + 1 }, (_, column) =>
    cellsOfColumn(grid, column),
  );
  return [...rows, ...columns].map((cells) => ({
    parts: cells.slice(0, -1),
    total: cells.at(-1)!,
  }));
}
