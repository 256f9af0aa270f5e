import type { ColumnTable } from "npm:arquero";
import { html } from "npm:htl";
import { type Column, toCsv } from "../../lib/csv.js";
import { resultText, resultValue } from "../../lib/explorer/resultText.js";
import { dataTable } from "../dataTable.js";
import { saveText } from "../download.js";

type Row = Record<string, unknown>;

/** An Arquero table to read, by pages, and to download: `shown(table, "Taux par région")`. */
export function shown(table: ColumnTable, caption: string, file = "tableau"): HTMLElement {
  const rows = table.objects() as Row[];
  const columns = table.columnNames().map(
    (name: string): Column<Row> => ({
      label: name,
      value: (row) => resultValue(row[name]),
      text: (row) => resultText(row[name]),
      numeric: rows.some((row) => typeof row[name] === "number"),
    }),
  );
  const csv = () => saveText(`${file}.csv`, "text/csv;charset=utf-8", toCsv(columns, rows));
  const json = () => saveText(`${file}.json`, "application/json", `${JSON.stringify(rows)}\n`);
  return html`<div>
    ${dataTable({ caption, columns, rows })}
    <p class="downloads">Télécharger : <button type="button" onclick=${csv}>CSV</button> <button type="button" onclick=${json}>JSON</button></p>
  </div>`;
}
