import type { Cell } from "../tables.js";
import type { Status } from "./publishedRows.js";

/** What is known of a cell of a page table. */
export function statusOf(cell: Cell): Status {
  if (cell === "s") return "secret";
  return cell === null ? "indisponible" : "publie";
}
