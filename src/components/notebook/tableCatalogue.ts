import { html } from "npm:htl";
import { formatCount } from "../../lib/format/plural.js";
import type { NotebookTable, TableIndex } from "../../lib/notebook/tableIndex.js";
import { dataTable } from "../dataTable.js";
import { folded } from "../folded.js";

/** The tables there are, the columns of each on demand, with the line that opens it. */
export function tableCatalogue({ tables }: TableIndex): HTMLElement {
  return html`<div>${tables
    .filter(({ rows }) => rows > 0)
    .map((table) =>
      folded(
        `${table.name} (${formatCount(table.rows, "ligne")}, ${formatCount(table.columns.length, "colonne")})`,
        () => columnsOf(table),
      ),
    )}</div>`;
}

function columnsOf({ name, columns }: NotebookTable): HTMLElement {
  return dataTable({
    caption: `Colonnes de ${name}`,
    columns: [
      { label: "Colonne", value: (column) => column.name },
      { label: "Type", value: (column) => column.type },
    ],
    rows: columns,
  });
}
