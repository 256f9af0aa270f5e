import { html } from "npm:htl";
import { remember, remembered } from "./address.js";

/** One choice of a field. */
export interface Choice {
  value: string;
  label: string;
}

/**
 * A labelled native list, the input that every keyboard and screen reader knows. Its `value` and
 * `input` event are what `view` expects. The choice is kept in the address under `name`, so that a
 * page can be sent as it is seen; an unknown value in the address gives `initial`.
 */
export function selectField(
  label: string,
  name: string,
  choices: readonly Choice[],
  initial: string,
): HTMLElement & { value: string } {
  const asked = remembered(name) ?? initial;
  const value = choices.some((choice) => choice.value === asked) ? asked : initial;
  const select = html`<select id="${`champ-${name}`}">${choices.map(
    (choice) =>
      html`<option value="${choice.value}" selected=${choice.value === value}>${choice.label}</option>`,
  )}</select>` as HTMLSelectElement;
  select.addEventListener("input", () => remember(name, select.value));
  const field = html`<div class="field"><label for="${`champ-${name}`}">${label}</label>${select}</div>`;
  return Object.defineProperty(field, "value", { get: () => select.value }) as HTMLElement & {
    value: string;
  };
}
