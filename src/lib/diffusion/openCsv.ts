import { toCsv } from "../csv.js";
import type { Cell } from "../tables.js";
import { csvNumber } from "./csvNumber.js";
import { statusColumn } from "./openSchema.js";
import type { OpenTable } from "./openTable.js";
import { statusOf } from "./status.js";

type Row = OpenTable["rows"][number];

/** The CSV of a table, in the dialect of the indicators; the rows stay in the order given. */
export function openCsv({ columns, rows }: OpenTable): string {
  const fields = columns.flatMap(({ name, cell }, place) =>
    cell
      ? [
          { label: name, value: (row: Row) => text(shownValue(row[place]!)) },
          { label: statusColumn(name), value: (row: Row) => statusOf(row[place] as Cell) },
        ]
      : [{ label: name, value: (row: Row) => text(row[place]!) }],
  );
  return toCsv(fields, rows);
}

const shownValue = (cell: Row[number]): string | number | null => (cell === "s" ? null : cell);

function text(value: Row[number]): string | null {
  return typeof value === "number" ? csvNumber(value) : value;
}
