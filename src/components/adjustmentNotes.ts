import { html } from "npm:htl";
import { effectInWords } from "../lib/adjustment.js";
import type { CompanySheet } from "../lib/agents.js";
import { nonBreaking } from "../lib/format/typography.js";
import { LEVELS } from "../lib/levels.js";

/** The expert rules that moved the level of a company, and that level before; nothing without any. */
export function adjustmentNotes({
  level,
  levelBefore,
  adjustments,
}: Pick<CompanySheet, "level" | "levelBefore" | "adjustments">): HTMLElement {
  if (adjustments.length === 0) return html`<span></span>`;
  const subject =
    adjustments.length === 1 ? "Un ajustement d’expert fait" : "Des ajustements d’experts font";
  return html`<div class="note">
    <p>${nonBreaking(`${subject} passer son niveau de « ${LEVELS[levelBefore].label} » à « ${LEVELS[level].label} » ; la probabilité, elle, vient du modèle seul.`)}</p>
    <ul>${adjustments.map(
      ({ effect, label, reason }) =>
        html`<li>${nonBreaking(`${label} (${effectInWords(effect)}) : ${reason}`)}</li>`,
    )}</ul>
  </div>`;
}
