import { html } from "npm:htl";
import { nodesOfLevel } from "../../lib/naf.js";
import { sectorPath, sectorsBelow } from "../../lib/sectorTree.js";
import { siteLink } from "../siteLink.js";

/** Every sector that has a page: the sections, and under each the branches it is made of. */
export function sectorLinks(): HTMLElement {
  return html`<ul class="columns">${nodesOfLevel("A21").map(
    ({ code, label }) => html`<li>${link(code, label)}${branches(code)}</li>`,
  )}</ul>`;
}

function branches(code: string): HTMLElement | string {
  const below = sectorsBelow(code).filter((node) => sectorPath(node.code) !== null);
  if (below.length === 0) return "";
  return html`<ul>${below.map((node) => html`<li>${link(node.code, node.label)}</li>`)}</ul>`;
}

function link(code: string, label: string): HTMLElement {
  return html`<a href="${siteLink(sectorPath(code) ?? "secteurs/")}">${label}</a>`;
}
