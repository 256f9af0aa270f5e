import { html } from "npm:htl";
import { remember, remembered } from "./address.js";

/**
 * A labelled native input of text or of a whole number. Its `value` (text) and `input` event are
 * what `view` expects. A number is kept in the address under `name`; a text stays on the page: names
 * of companies have no place in an address that is sent.
 */
export function inputField(
  label: string,
  name: string,
  type: "search" | "number",
): HTMLElement & { value: string } {
  const input =
    html`<input id="${`champ-${name}`}" type="${type}" min="0" autocomplete="off">` as HTMLInputElement;
  const asked = remembered(name);
  if (type === "number") {
    if (asked !== null && /^\d+$/.test(asked)) input.value = asked;
    input.addEventListener("input", () => remember(name, input.value));
  }
  const field = html`<div class="field"><label for="${`champ-${name}`}">${label}</label>${input}</div>`;
  return Object.defineProperty(field, "value", { get: () => input.value }) as HTMLElement & {
    value: string;
  };
}
