import { html } from "npm:htl";
import { type DeclaredRule, type DeclaredRules, effectInWords } from "../lib/adjustment.js";
import { formatMonthLong, formatPeriod } from "../lib/format/calendar.js";
import { formatCount } from "../lib/format/plural.js";
import { nonBreaking } from "../lib/format/typography.js";
import { folded } from "./folded.js";

/** The expert rules in force in the month scored, then, folded, those that are not. */
export function adjustmentList(declared: DeclaredRules | null): HTMLElement {
  if (!declared) return html`<p>Aucune règle n’est déclarée.</p>`;
  const { month, rules } = declared;
  const now = rules.filter(({ inForce }) => inForce);
  const other = rules.filter(({ inForce }) => !inForce);
  const count = formatCount(now.length, "règle en vigueur", "règles en vigueur");
  return html`<div>
    <p class="finding">${now.length === 0 ? "Aucune règle en vigueur" : count} pour les scores de ${formatMonthLong(month)}.</p>
    ${cards(now)}
    ${
      other.length === 0
        ? ""
        : folded(
            `${formatCount(other.length, "règle qui ne s’applique pas", "règles qui ne s’appliquent pas")} à ce mois`,
            () => cards(other),
          )
    }
  </div>`;
}

function cards(rules: readonly DeclaredRule[]): HTMLElement {
  return html`<div class="definitions">${rules.map(
    (rule) => html`<section>
      <h3>${nonBreaking(rule.label)}</h3>
      <p>${effectInWords(rule.effect)}, ${validity(rule)}. ${nonBreaking(rule.reason)}</p>
      <p class="small">${rule.author}</p>
    </section>`,
  )}</div>`;
}

function validity({ from, to }: DeclaredRule): string {
  return to === null ? `depuis ${formatMonthLong(from)}` : formatPeriod(from, to);
}
