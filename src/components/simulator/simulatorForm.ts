import { html } from "npm:htl";
import { GROUPS, type Group } from "../../lib/groups.js";
import type { Input } from "../../lib/simulator/inputs.js";
import { PROFILES, type Shown } from "../../lib/simulator/profiles.js";
import { fromAddress, profileValues, toAddress } from "../../lib/simulator/startingValues.js";
import { remember, remembered } from "../address.js";
import { type InputControl, inputControl } from "./inputControl.js";

/** Parameter of the address that holds the invented company one starts from. */
const PROFILE = "profil";

/**
 * The fields of an invented company by family of signs. Its `value` (by feature, in the unit shown)
 * and `input` event are what `Generators.input` expects; what differs from the profile is kept in the
 * address, so that a simulation can be sent.
 */
export function simulatorForm(inputs: readonly Input[]): HTMLElement & { value: Shown } {
  const asked = remembered(PROFILE);
  let profile = PROFILES.find(({ name }) => name === asked) ?? PROFILES[0]!;
  let start = profileValues(inputs, profile);
  const value: Record<string, Shown[string]> = {};
  for (const input of inputs)
    value[input.name] = fromAddress(input, remembered(input.name), start[input.name]!);
  const controls = new Map<string, InputControl>();
  for (const input of inputs) {
    const control = inputControl(input, value[input.name]!, (changed) => {
      value[input.name] = changed;
      remember(input.name, toAddress(changed, start[input.name]!));
    });
    controls.set(input.name, control);
  }
  const story = html`<p class="small">${profile.story}</p>`;
  const select = html`<select id="champ-profil">${PROFILES.map(
    ({ name, label }) =>
      html`<option value="${name}" selected=${name === profile.name}>${label}</option>`,
  )}</select>` as HTMLSelectElement;
  select.addEventListener("input", () => {
    profile = PROFILES.find(({ name }) => name === select.value)!;
    start = profileValues(inputs, profile);
    remember(PROFILE, profile === PROFILES[0] ? "" : profile.name);
    story.textContent = profile.story;
    for (const { name } of inputs) {
      value[name] = start[name]!;
      remember(name, "");
      controls.get(name)!.show(start[name]!);
    }
  });
  const groups = [...new Set(inputs.map(({ group }) => group))];
  const form = html`<div class="simulator-form">
    <div class="fields"><div class="field"><label for="champ-profil">Entreprise fictive de départ</label>${select}</div></div>
    ${story}
    ${groups.map(
      (group) => html`<fieldset>
        <legend>${group in GROUPS ? GROUPS[group as Group].label : group}</legend>
        ${inputs
          .filter((input) => input.group === group)
          .map(({ name }) => controls.get(name)!.element)}
      </fieldset>`,
    )}
  </div>`;
  return Object.defineProperty(form, "value", { get: () => ({ ...value }) }) as HTMLElement & {
    value: Shown;
  };
}
