import { html } from "npm:htl";
import { nonBreaking } from "../../lib/format/typography.js";

/** What a notebook ends with: the decision that its figures support, and why. */
export function decision(what: string, why: readonly string[]): HTMLElement {
  return html`<div class="decision" role="note" aria-label="Décision">
    <p>${nonBreaking(what)}</p>
    <ul>${why.map((reason) => html`<li>${nonBreaking(reason)}</li>`)}</ul>
  </div>`;
}
