import { html } from "npm:htl";
import { formatDate } from "../lib/format/calendar.js";
import type { BatchTable } from "../lib/tables.js";
import { siteLink } from "./siteLink.js";

export interface Source {
  /** Producer and file, as in `Indicator.source`. */
  name: string;
  batch: BatchTable;
  /** Anchor of the definition on its page; defaults to the path of a figure. */
  anchor?: string;
  /** Path of the page of definitions; that of data by default. */
  page?: string;
  /** A licence or a credit to be written next to it. */
  credit?: string;
}

/** What stands under every figure: source, date, and the way back to the data. */
export function sourceLine({
  name,
  batch,
  anchor = "chemin",
  page = "donnees",
  credit,
}: Source): HTMLElement {
  return html`<p class="source-line">Source : ${name}. Données arrêtées au ${formatDate(batch.asOf)}.
    ${credit ? `${credit}. ` : ""}<a href="${siteLink(`${page}#${anchor}`)}">D’où vient ce chiffre ?</a></p>`;
}
