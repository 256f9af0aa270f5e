import { html } from "npm:htl";
import { formatDate } from "../lib/format/calendar.js";
import type { BatchTable } from "../lib/tables.js";

/** « Données arrêtées au 30 septembre 2026 · lot 2610 », with a warning when they are fictitious. */
export function batchLine({ asOf, batch, fictitious }: BatchTable): HTMLElement {
  return html`<p class="batch-line">Données arrêtées au ${formatDate(asOf)} · lot ${batch}${
    fictitious ? html` · <strong>données fictives</strong>` : ""
  }</p>`;
}
