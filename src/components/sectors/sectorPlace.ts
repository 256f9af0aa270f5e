import { html } from "npm:htl";
import type { NafNode } from "../../lib/naf.js";
import { sectorPath, sectorsAbove, sectorsBelow, sectorsBeside } from "../../lib/sectorTree.js";
import { siteLink } from "../siteLink.js";

/** Where a sector stands in the tree of sectors: the way up, what it is made of, and what stands beside it when all of it has pages. */
export function sectorPlace(node: NafNode): HTMLElement {
  const below = sectorsBelow(node.code).filter(({ code }) => sectorPath(code) !== null);
  const beside = sectorsBeside(node.code).filter(({ code }) => code !== node.code);
  const allTold = beside.every(({ code }) => sectorPath(code) !== null);
  return html`<nav class="small" aria-label="Place du secteur dans la nomenclature">
    <p>${between(sectorsAbove(node.code).map(linked), " › ")} › <strong>${node.label}</strong></p>
    ${below.length > 0 ? row("Se divise en", below) : ""}
    ${beside.length > 0 && allTold ? row("À côté", beside) : ""}
  </nav>`;
}

function row(heading: string, nodes: readonly NafNode[]): HTMLElement {
  return html`<p>${heading} : ${between(nodes.map(linked), ", ")}.</p>`;
}

/** A group without a page of its own is only named. */
function linked({ code, label }: NafNode): HTMLElement {
  const path = sectorPath(code);
  return path === null
    ? html`<span>${label}</span>`
    : html`<a href="${siteLink(path)}">${label}</a>`;
}

function between(parts: readonly HTMLElement[], separator: string): (HTMLElement | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
