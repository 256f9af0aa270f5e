import type { Cell } from "../tables.js";
import { DIMENSION_IDS, type Dimension } from "./dimension.js";

/** One published value as the query of a request gives it. */
export type PublishedCell = Readonly<Record<Dimension, string>> & { value: Cell };

export interface PivotRow {
  /** One code per dimension of {@link Pivot.rowDimensions}. */
  codes: readonly string[];
  /** One value per column; null where nothing is published. */
  cells: readonly Cell[];
}

export interface Pivot {
  /** What heads a row: the dimension asked, then those that would otherwise be lost. */
  rowDimensions: readonly Dimension[];
  columnDimension: Dimension;
  /** Codes, in the order they are met. */
  columns: readonly string[];
  rows: readonly PivotRow[];
}

/**
 * Cross table of published values: no sum, no mean, every value as it is published. A dimension
 * that takes several values and is neither in rows nor in columns heads the rows too, so that no
 * value hides another. Rows and columns keep the order in which the values come.
 */
export function pivot(
  cells: readonly PublishedCell[],
  rowDimension: Dimension,
  columnDimension: Dimension,
): Pivot {
  const rowDimensions = [
    rowDimension,
    ...DIMENSION_IDS.filter(
      (id) => id !== rowDimension && id !== columnDimension && varies(cells, id),
    ),
  ];
  const columns = [...new Set(cells.map((cell) => cell[columnDimension]))];
  const place = new Map(columns.map((code, index) => [code, index]));
  const rows = new Map<string, { codes: string[]; cells: Cell[] }>();
  for (const cell of cells) {
    const codes = rowDimensions.map((id) => cell[id]);
    const key = codes.join("\n");
    let row = rows.get(key);
    if (!row) {
      row = { codes, cells: columns.map(() => null) };
      rows.set(key, row);
    }
    row.cells[place.get(cell[columnDimension])!] = cell.value;
  }
  return { rowDimensions, columnDimension, columns, rows: [...rows.values()] };
}

/** Whether a dimension takes several values. */
export function varies(cells: readonly PublishedCell[], dimension: Dimension): boolean {
  return cells.some((cell) => cell[dimension] !== cells[0]![dimension]);
}
