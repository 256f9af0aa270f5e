import { html } from "npm:htl";

/**
 * A labelled native input of text or of a whole number. Its `value` (text) and `input` event are
 * what `view` expects. What is typed stays on the page: names of companies have no place in an
 * address that is sent.
 */
export function inputField(
  label: string,
  name: string,
  type: "search" | "number",
): HTMLElement & { value: string } {
  const input =
    html`<input id="${`champ-${name}`}" type="${type}" min="0" autocomplete="off">` as HTMLInputElement;
  const field = html`<div class="field"><label for="${`champ-${name}`}">${label}</label>${input}</div>`;
  return Object.defineProperty(field, "value", { get: () => input.value }) as HTMLElement & {
    value: string;
  };
}
