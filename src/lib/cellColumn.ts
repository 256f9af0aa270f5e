import type { Column } from "./csv.js";
import { formatCell } from "./format/cell.js";
import { changeBetween, formatChange } from "./format/change.js";
import type { Indicator } from "./indicators.js";
import type { Cell, Snapshot } from "./tables.js";

type Measured = Pick<Indicator, "kind" | "unit">;

/** A column of published cells: raw in the file, in the unit of the indicator on the page. */
export function cellColumn<Row>(
  label: string,
  pick: (row: Row) => Cell | undefined,
  indicator: Measured,
): Column<Row> {
  return {
    label,
    value: pick,
    text: (row) => formatCell(pick(row), indicator),
    numeric: true,
  };
}

/** « Sur un an », in words on the page; the file has the two values it comes from. */
export function changeColumn<Row extends Snapshot>({ kind }: Pick<Indicator, "kind">): Column<Row> {
  return {
    label: "Sur un an",
    value: () => null,
    text: ({ value, yearBefore }) =>
      formatChange(changeBetween(value, yearBefore, kind), "").trim(),
  };
}
