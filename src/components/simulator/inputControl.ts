import { html } from "npm:htl";
import type { ChoiceInput, FlagInput, Input, NumberInput } from "../../lib/simulator/inputs.js";
import { onGrid } from "../../lib/simulator/inputs.js";
import type { Shown } from "../../lib/simulator/profiles.js";
import { inUnit } from "../../lib/simulator/sentences.js";

type Value = Shown[string];

/** One field of the simulator. */
export interface InputControl {
  element: HTMLElement;
  /** Shows a value that did not come from the field. */
  show: (value: Value) => void;
}

type Changed = (value: Value) => void;

/** Native fields only: a slider with a number, a box, a list. `changed` is called before the event leaves the field. */
export function inputControl(input: Input, value: Value, changed: Changed): InputControl {
  switch (input.kind) {
    case "number":
      return numberControl(input, value, changed);
    case "flag":
      return flagControl(input, value, changed);
    case "choice":
      return choiceControl(input, value, changed);
  }
}

function numberControl(input: NumberInput, value: Value, changed: Changed): InputControl {
  const { name, min, max, step, unit, label } = input;
  const id = `champ-${name}`;
  const slider =
    html`<input type="range" id="${id}" min="${min}" max="${max}" step="${step}">` as HTMLInputElement;
  const exact =
    html`<input type="number" min="${min}" max="${max}" step="${step}" aria-label="${`${label}, valeur exacte${unit === "" ? "" : ` (${unit})`}`}">` as HTMLInputElement;
  const unknown =
    html`<input type="checkbox" aria-label="${`${label} : non renseigné`}">` as HTMLInputElement;
  const show = (shown: Value): void => {
    const isKnown = typeof shown === "number";
    unknown.checked = !isKnown;
    slider.disabled = !isKnown;
    exact.disabled = !isKnown;
    if (!isKnown) return;
    slider.value = String(shown);
    slider.setAttribute("aria-valuetext", inUnit(shown, step, unit));
    exact.value = String(shown);
  };
  slider.addEventListener("input", () => {
    const number = Number(slider.value);
    exact.value = slider.value;
    slider.setAttribute("aria-valuetext", inUnit(number, step, unit));
    changed(number);
  });
  exact.addEventListener("input", () => {
    if (exact.value === "" || !Number.isFinite(Number(exact.value))) return;
    const number = onGrid(Number(exact.value), input);
    slider.value = String(number);
    slider.setAttribute("aria-valuetext", inUnit(number, step, unit));
    changed(number);
  });
  exact.addEventListener("change", () => {
    exact.value = slider.value;
  });
  unknown.addEventListener("input", () => {
    const known = onGrid(Number(exact.value === "" ? input.ordinary : exact.value), input);
    const next = unknown.checked ? null : known;
    show(next);
    changed(next);
  });
  show(value);
  const box = html`<label class="small">${unknown} non renseigné</label>`;
  const element = html`<div class="simulator-field">
    <label for="${id}">${label}</label>
    <span class="simulator-inputs">${slider}${exact}<span class="unit" aria-hidden="true">${unit}</span></span>
    ${input.mayBeUnknown ? box : ""}
  </div>`;
  return { element, show };
}

function flagControl({ name, label }: FlagInput, value: Value, changed: Changed): InputControl {
  const box = html`<input type="checkbox" id="${`champ-${name}`}">` as HTMLInputElement;
  box.checked = value === 1;
  box.addEventListener("input", () => changed(box.checked ? 1 : 0));
  const element = html`<div class="simulator-field check"><label for="${`champ-${name}`}">${box} ${label}</label></div>`;
  return {
    element,
    show: (shown) => {
      box.checked = shown === 1;
    },
  };
}

function choiceControl(
  { name, label, choices }: ChoiceInput,
  value: Value,
  changed: Changed,
): InputControl {
  const list = html`<select id="${`champ-${name}`}">${choices.map(
    (choice) =>
      html`<option value="${choice.value}" selected=${choice.value === value}>${choice.label}</option>`,
  )}</select>` as HTMLSelectElement;
  list.addEventListener("input", () => changed(list.value));
  const element = html`<div class="simulator-field"><label for="${`champ-${name}`}">${label}</label>${list}</div>`;
  return {
    element,
    show: (shown) => {
      list.value = String(shown ?? "");
    },
  };
}
