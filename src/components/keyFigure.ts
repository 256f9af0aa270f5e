import { html } from "npm:htl";
import { nonBreaking } from "../lib/format/typography.js";
import { siteLink } from "./siteLink.js";

export interface KeyFigure {
  label: string;
  /** The figure with its unit, formatted. */
  value: string;
  /** Comparison in words: « en hausse de 3,2 % sur un an ». */
  comparison?: string;
  judgement?: "favourable" | "unfavourable" | "neutral";
  /** Anchor of the definition on its page; none where the page itself defines the figure. */
  anchor?: string;
  /** Path of the page of definitions; that of data by default. */
  page?: string;
}

const JUDGEMENTS = { favourable: "évolution favorable", unfavourable: "évolution défavorable" };

/** Two to four figures in a row, each with unit, comparison and link to its definition. */
export function keyFigures(figures: readonly KeyFigure[]): HTMLElement {
  return html`<ul class="key-figures">${figures.map(keyFigure)}</ul>`;
}

function keyFigure({
  label,
  value,
  comparison = "",
  judgement,
  anchor,
  page = "donnees",
}: KeyFigure): HTMLElement {
  const verdict = judgement && judgement !== "neutral" ? JUDGEMENTS[judgement] : undefined;
  return html`<li class="key-figure">
    <span class="key-figure-label">${nonBreaking(label)}</span>
    <strong class="${/\d/.test(value) ? "key-figure-value" : "key-figure-words"}">${value}</strong>
    <span class="key-figure-comparison">${nonBreaking(comparison)}${
      verdict ? html`, <span class="${judgement}">${verdict}</span>` : ""
    }</span>
    ${anchor ? html`<a href="${siteLink(`${page}#${anchor}`)}" aria-label="Définition : ${label}">Définition</a>` : ""}
  </li>`;
}
