import { html } from "npm:htl";
import { MOST_INDICATORS } from "../../lib/explorer/request.js";
import type { IndicatorId } from "../../lib/indicators.js";
import { groupedField } from "../groupedField.js";
import { indicatorGroups } from "./requestChoices.js";

type Field = HTMLElement & { value: string };

export interface IndicatorFields {
  element: HTMLElement;
  /** Those chosen, each once. */
  value(): IndicatorId[];
}

const NONE = "";

/** One list per indicator, and a button for one more as far as {@link MOST_INDICATORS}. */
export function indicatorFields(initial: readonly IndicatorId[]): IndicatorFields {
  const fields: Field[] = [];
  const place = html`<div class="fields">`;
  const more = html`<button type="button">Ajouter un indicateur</button>` as HTMLButtonElement;
  const add = (chosen: string): Field => {
    const number = fields.length + 1;
    const none = { label: "Aucun", choices: [{ value: NONE, label: "Aucun autre indicateur" }] };
    const groups = number === 1 ? indicatorGroups() : [none, ...indicatorGroups()];
    const label = number === 1 ? "Indicateur" : `Indicateur ${number}`;
    const field = groupedField(label, `indicateur-${number}`, groups, chosen);
    fields.push(field);
    place.append(field);
    more.disabled = fields.length === MOST_INDICATORS;
    return field;
  };
  for (const id of initial) add(id);
  more.addEventListener("click", () => add(NONE).querySelector("select")?.focus());
  return {
    element: html`<div>${place}<p>${more}</p></div>`,
    value: () => {
      const chosen = fields.map(({ value }) => value).filter((value) => value !== NONE);
      return [...new Set(chosen)] as IndicatorId[];
    },
  };
}
