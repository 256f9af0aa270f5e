import { html } from "npm:htl";
import { formatDate } from "../../lib/format/calendar.js";
import type { TableIndex } from "../../lib/notebook/tableIndex.js";

/** What a notebook was computed on, for whoever reads it later: batch, model, hash of the data. */
export function dataLine({ batch, date, model, hash, fictitious }: TableIndex): HTMLElement {
  return html`<p class="data-line">Lot ${batch} du ${formatDate(date)} · modèle ${model} · données <code>${hash}</code>${
    fictitious ? html` · <strong>données fictives</strong>` : ""
  }</p>`;
}
