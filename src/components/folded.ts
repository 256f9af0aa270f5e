import { html } from "npm:htl";

/**
 * What a reader may ask for, built when it is first opened: a page stays light, and nothing is taken
 * away from it. Without scripts, the first state of the page holds it already. `label` names it aloud
 * where several would share a summary.
 */
export function folded(summary: string, content: () => Node, label?: string): HTMLElement {
  const details = html`<details class="data"><summary>${summary}</summary></details>`;
  if (label) details.querySelector("summary")!.setAttribute("aria-label", label);
  details.addEventListener("toggle", () => details.append(content()), { once: true });
  return details;
}
