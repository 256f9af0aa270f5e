import type { ColumnTable } from "npm:arquero";
import type { NotebookTable } from "../../lib/notebook/tableIndex.js";
import { unknownName } from "../../lib/notebook/unknownName.js";
import { readColumns } from "./readColumns.js";
import { openIndex } from "./tableIndex.js";

/**
 * A table of the batch as an Arquero table, in one line: `openTable("features", ["siren", "outcome"])`.
 * Without `columns` it has them all; name those you need of a large one, the others are not read.
 * Throws a VigieError that names the nearest table or column when there is none of this name.
 */
export async function openTable(name: string, columns?: readonly string[]): Promise<ColumnTable> {
  const table = await tableNamed(name);
  const all = table.columns.map((column) => column.name);
  for (const column of columns ?? []) {
    if (!all.includes(column)) throw unknownName("column", column, all, name);
  }
  const { table: arquero } = await import("npm:arquero");
  const names = [...(columns ?? all)];
  return arquero(await readColumns(table, names), names);
}

/** Description of a table. Throws a VigieError that names the nearest one when there is none. */
export async function tableNamed(name: string): Promise<NotebookTable> {
  const { tables } = await openIndex();
  const found = tables.find((table) => table.name === name);
  if (found) return found;
  throw unknownName(
    "table",
    name,
    tables.map((table) => table.name),
  );
}
