import type { Status } from "../diffusion/publishedRows.js";
import type { Cell } from "../tables.js";
import { DIMENSION_IDS } from "./dimension.js";
import type { PublishedCell } from "./pivot.js";
import type { QueryResult } from "./queryResult.js";

/** Rows of `requestSql` as cells: the value, or the mark of what is hidden. */
export function readCells({ rows }: QueryResult): PublishedCell[] {
  return rows.map((row) => {
    const codes = DIMENSION_IDS.map((id) => [id, String(row[id])]);
    return {
      ...(Object.fromEntries(codes) as Omit<PublishedCell, "value">),
      value: cellOf(row.valeur, row.statut as Status),
    };
  });
}

function cellOf(value: unknown, status: Status): Cell {
  if (status === "secret") return "s";
  return typeof value === "number" ? value : null;
}
