import { html } from "npm:htl";
import {
  INDICATOR_COLUMNS,
  type PublishedColumn,
  REFERENCE_COLUMNS,
} from "../../lib/explorer/publishedColumns.js";
import { INDICATORS } from "../../lib/indicators.js";

/** The tables a query may read, and their columns. */
export function tableList(): HTMLElement {
  return html`<details class="data"><summary>Les tables et leurs colonnes</summary>
    <p class="small">Une table par indicateur, toutes de mêmes colonnes ; elle est lue quand une requête la nomme.</p>
    <dl class="table-list">${INDICATORS.map(({ id, label }) => html`<div><dt><code>${id}</code></dt><dd>${label}</dd></div>`)}</dl>
    <p class="small">Colonnes de ces tables :</p>${columnList(INDICATOR_COLUMNS)}
    ${Object.entries(REFERENCE_COLUMNS).map(
      ([name, columns]) =>
        html`<p class="small">Table de noms <code>${name}</code> :</p>${columnList(columns)}`,
    )}
  </details>`;
}

function columnList(columns: readonly PublishedColumn[]): HTMLElement {
  return html`<dl class="table-list">${columns.map(
    ({ name, type, description }) =>
      html`<div><dt><code>${name}</code></dt><dd>${description}${type === "DOUBLE" ? " (nombre)" : ""}</dd></div>`,
  )}</dl>`;
}
