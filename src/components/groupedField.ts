import { html } from "npm:htl";
import { FAMILIES, INDICATORS, type Indicator } from "../lib/indicators.js";
import { remember, remembered } from "./address.js";
import type { Choice } from "./selectField.js";

/** Choices under one heading. */
export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
}

/**
 * A labelled native list under headings: what `selectField` is to a flat one. The choice is kept in
 * the address under `name`; an unknown value there gives `initial`.
 */
export function groupedField(
  label: string,
  name: string,
  groups: readonly ChoiceGroup[],
  initial: string,
): HTMLElement & { value: string } {
  const asked = remembered(name) ?? initial;
  const known = groups.some(({ choices }) => choices.some(({ value }) => value === asked));
  const chosen = known ? asked : initial;
  const id = `champ-${name}`;
  const select = html`<select id="${id}">${groups.map(
    (group) =>
      html`<optgroup label="${group.label}">${group.choices.map(
        ({ value, label: words }) =>
          html`<option value="${value}" selected=${value === chosen}>${words}</option>`,
      )}</optgroup>`,
  )}</select>` as HTMLSelectElement;
  select.addEventListener("input", () => remember(name, select.value));
  const field = html`<div class="field"><label for="${id}">${label}</label>${select}</div>`;
  return Object.defineProperty(field, "value", { get: () => select.value }) as HTMLElement & {
    value: string;
  };
}

/** The list of indicators by family, those that `kept` keeps; the choice is `indicateur` in the address. */
export function indicatorField(
  initial: string,
  kept: (indicator: Indicator) => boolean = () => true,
  label = "Indicateur",
): HTMLElement & { value: string } {
  const groups = Object.entries(FAMILIES).map(([family, heading]) => ({
    label: heading,
    choices: INDICATORS.filter((one) => one.family === family && kept(one)).map(
      ({ id, label: words }) => ({ value: id, label: words }),
    ),
  }));
  return groupedField(
    label,
    "indicateur",
    groups.filter(({ choices }) => choices.length > 0),
    initial,
  );
}
