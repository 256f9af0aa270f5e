import type { Column } from "../../lib/csv.js";
import type { CellLabels } from "../../lib/explorer/cellLabels.js";
import { DIMENSIONS } from "../../lib/explorer/dimension.js";
import { type Pivot, type PivotRow, type PublishedCell, pivot } from "../../lib/explorer/pivot.js";
import type { ExplorerRequest } from "../../lib/explorer/request.js";
import { formatCell } from "../../lib/format/cell.js";
import type { Indicator, IndicatorId } from "../../lib/indicators.js";
import { indicatorOf } from "../../lib/labels.js";
import type { Cell } from "../../lib/tables.js";
import { type DataTable, dataTable } from "../dataTable.js";

/** The published values of a request, crossed as it asks. */
export function pivotTable(
  cells: readonly PublishedCell[],
  request: ExplorerRequest,
  label: CellLabels,
): HTMLElement {
  return dataTable(pivotData(cells, request, label));
}

/** The same as columns and rows, for the page and for a file. */
export function pivotData(
  cells: readonly PublishedCell[],
  { rows, columns, indicators }: ExplorerRequest,
  label: CellLabels,
): DataTable<PivotRow> {
  const table = pivot(cells, rows, columns);
  const names = indicators.map((id) => indicatorOf(id).label).join(", ");
  return {
    caption: `${names} : ${DIMENSIONS[rows].toLowerCase()} en lignes, ${DIMENSIONS[columns].toLowerCase()} en colonnes`,
    columns: [...headColumns(table, label), ...valueColumns(table, label, indicators[0]!)],
    rows: table.rows,
  };
}

function headColumns({ rowDimensions }: Pivot, label: CellLabels): Column<PivotRow>[] {
  return rowDimensions.map((dimension, index) => ({
    label: DIMENSIONS[dimension],
    value: ({ codes }) => label(dimension, codes[index]!),
  }));
}

function valueColumns(
  { columns, columnDimension, rowDimensions }: Pivot,
  label: CellLabels,
  only: IndicatorId,
): Column<PivotRow>[] {
  const head = rowDimensions.indexOf("indicateur");
  return columns.map((code, index) => {
    const measured = ({ codes }: PivotRow): Indicator => {
      if (columnDimension === "indicateur") return indicatorOf(code as IndicatorId);
      return indicatorOf(head < 0 ? only : (codes[head] as IndicatorId));
    };
    return {
      label: label(columnDimension, code),
      value: ({ cells }) => cells[index] ?? null,
      text: (row) => cellText(row.cells[index] ?? null, measured(row)),
      numeric: true,
    };
  });
}

/** Short in a table of many columns; the words are under it. */
function cellText(cell: Cell, indicator: Indicator): string {
  if (cell === "s") return "secret";
  return cell === null ? "n. d." : formatCell(cell, indicator);
}
