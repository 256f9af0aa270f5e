import { html } from "npm:htl";
import { remember, remembered } from "./address.js";

/**
 * A labelled native number. Its `value` (`initial` while the field is empty or out of bounds) and
 * `input` event are what `view` expects; it is kept in the address under `name`.
 */
export function numberField(
  label: string,
  name: string,
  initial: number,
  { min = 0, max, step = 1 }: { min?: number; max?: number; step?: number } = {},
): HTMLElement & { value: number } {
  const asked = Number(remembered(name) ?? Number.NaN);
  const fits = (value: number) => value >= min && (max === undefined || value <= max);
  const input =
    html`<input id="${`champ-${name}`}" type="number" min="${min}" max=${max} step="${step}" value="${fits(asked) ? asked : initial}">` as HTMLInputElement;
  const current = () => (input.value !== "" && fits(+input.value) ? +input.value : initial);
  input.addEventListener("input", () => remember(name, String(current())));
  const field = html`<div class="field"><label for="${`champ-${name}`}">${label}</label>${input}</div>`;
  return Object.defineProperty(field, "value", { get: current }) as HTMLElement & {
    value: number;
  };
}
