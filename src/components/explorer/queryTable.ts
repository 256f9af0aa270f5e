import { html } from "npm:htl";
import { type Column, toCsv } from "../../lib/csv.js";
import type { QueryResult } from "../../lib/explorer/queryResult.js";
import { resultText, resultValue } from "../../lib/explorer/resultText.js";
import { formatNumber } from "../../lib/format/number.js";
import { formatCount } from "../../lib/format/plural.js";
import { dataTable } from "../dataTable.js";
import { saveText } from "../download.js";

type Row = QueryResult["rows"][number];

/** The rows that a query of the reader gives, and their file. */
export function queryTable({ columns, rows, cut, milliseconds }: QueryResult): HTMLElement {
  const shown = columns.map((name): Column<Row> => {
    const numeric = rows.some((row) => typeof row[name] === "number");
    return {
      label: name,
      value: (row) => resultValue(row[name]),
      text: (row) => resultText(row[name]),
      numeric,
    };
  });
  const count = `${formatCount(rows.length, "ligne")} en ${formatNumber(milliseconds)} ms`;
  const save = () => saveText("requete.csv", "text/csv;charset=utf-8", toCsv(shown, rows));
  return html`<div>
    <p role="status">${count}${cut ? ` : les ${formatNumber(rows.length)} premières ; ajoutez une condition pour voir les autres` : ""}.</p>
    ${rows.length > 0 ? dataTable({ caption: "Résultat de la requête", columns: shown, rows }) : ""}
    <p class="downloads">Télécharger : <button type="button" onclick=${save}>CSV de la requête</button></p>
  </div>`;
}
