import { html } from "npm:htl";
import { nonBreaking } from "../../lib/format/typography.js";
import { IMPACT_INDICATORS, PRINCIPLES } from "../../lib/impact/impactIndicators.js";

/** The definition of each indicator of the service, where the figures lead to. */
export function indicatorDefinitions(): HTMLElement {
  return html`<dl class="definitions">${IMPACT_INDICATORS.map(
    ({ id, label, principle, unit, mandatory, definition, source, caveat }) => html.fragment`
      <dt id="${id}">${nonBreaking(label)}</dt>
      <dd>
        <p>${nonBreaking(definition)}</p>
        <p class="note-line">${PRINCIPLES[principle]}${mandatory ? ", demandé à tout service" : ""} · unité : ${unit} · source : ${nonBreaking(source)}.${
          caveat ? ` ${nonBreaking(caveat)}` : ""
        }</p>
      </dd>`,
  )}</dl>`;
}
