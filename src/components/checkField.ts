import { html } from "npm:htl";
import { remember, remembered } from "./address.js";

/**
 * A labelled native box to tick. Its `value` (boolean) and `input` event are what `view` expects; a
 * ticked box is kept in the address under `name`.
 */
export function checkField(label: string, name: string): HTMLElement & { value: boolean } {
  const box = html`<input id="${`champ-${name}`}" type="checkbox" checked=${remembered(name) === "oui"}>`;
  const input = box as HTMLInputElement;
  input.addEventListener("input", () => remember(name, input.checked ? "oui" : ""));
  const field = html`<div class="field check">${input}<label for="${`champ-${name}`}">${label}</label></div>`;
  return Object.defineProperty(field, "value", { get: () => input.checked }) as HTMLElement & {
    value: boolean;
  };
}
