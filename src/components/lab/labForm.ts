import { html } from "npm:htl";
import type { VariableWords } from "../../lib/fit/describe.js";
import type { LabChoices, Transform } from "../../lib/fit/labSpec.js";
import { GROUPS } from "../../lib/groups.js";

/** A variable that may be chosen: a measure, or a flag. */
export interface LabVariable extends VariableWords {
  isFlag: boolean;
}

export interface LabFormOptions {
  variables: readonly LabVariable[];
  /** What is chosen at first. */
  initial: LabChoices;
}

const TRANSFORMS: Record<Exclude<Transform, "indicator">, string> = {
  standardised: "standardisée",
  marked: "standardisée, vide signalé",
};

/**
 * What makes a model: variables and how they enter, population, penalty, split. Its `value` is the
 * choices; it says `input`, as `view` expects, when the fit is asked for, not at each tick.
 */
export function labForm({
  variables,
  initial,
}: LabFormOptions): HTMLElement & { value: LabChoices } {
  const chosen = new Map(initial.terms.map(({ feature, transform }) => [feature, transform]));
  const fields = variables.map((variable) => variableField(variable, chosen.get(variable.name)));
  const groups = [...new Set(variables.map(({ group }) => group))];
  const select = (
    name: string,
    label: string,
    choices: readonly [string, string][],
    at: string,
  ) => {
    const list = html`<select id="${`labo-${name}`}">${choices.map(
      ([value, words]) => html`<option value="${value}" selected=${value === at}>${words}</option>`,
    )}</select>` as HTMLSelectElement;
    return {
      list,
      field: html`<div class="field"><label for="${`labo-${name}`}">${label}</label>${list}</div>`,
    };
  };
  const number = (name: string, label: string, value: number, min: number, max: number) => {
    const input =
      html`<input id="${`labo-${name}`}" type="number" min="${min}" max="${max}" step="1" value="${value}">` as HTMLInputElement;
    const current = () => {
      const typed = Number(input.value);
      return input.value !== "" && typed >= min && typed <= max ? typed : value;
    };
    return {
      current,
      field: html`<div class="field"><label for="${`labo-${name}`}">${label}</label>${input}</div>`,
    };
  };
  const penalty = select(
    "penalite",
    "Pénalité",
    [
      ["none", "aucune"],
      ["firth", "Firth (événements rares)"],
    ],
    initial.penalty.kind,
  );
  const combine = select(
    "assemblage",
    "Assemblage",
    [
      ["joint", "une seule régression"],
      ["stacked", "un sous-modèle par groupe, comme en production"],
    ],
    initial.combine,
  );
  const population = html`<input type="checkbox" id="labo-procedure">` as HTMLInputElement;
  population.checked = initial.excludes.includes("en_procedure");
  const share = number(
    "part",
    "Entreprises tenues à l’écart (%)",
    Math.round(100 * initial.testShare),
    10,
    60,
  );
  const months = number("mois", "Derniers mois gardés pour le test", initial.testMonths, 1, 24);
  const seed = number("graine", "Graine du tirage", initial.seed, 1, 1_000_000);
  const name =
    html`<input id="labo-nom" type="text" value="${initial.name}" autocomplete="off" pattern="[a-z][a-z0-9-]*">` as HTMLInputElement;
  const form = html`<form class="lab-form">
    ${groups.map(
      (
        group,
      ) => html`<details class="lab-group" open=${fields.some((field, at) => variables[at]!.group === group && field.box.checked)}>
        <summary>${GROUPS[group].label}</summary>
        <div role="group" aria-label="${GROUPS[group].label}">${fields.flatMap((field, at) => (variables[at]!.group === group ? [field.row] : []))}</div>
      </details>`,
    )}
    <div class="lab-settings">
      ${penalty.field}${combine.field}${share.field}${months.field}${seed.field}
      <div class="field check">${population}<label for="labo-procedure">Sans les entreprises déjà en procédure</label></div>
      <div class="field"><label for="labo-nom">Nom de la spécification</label>${name}</div>
    </div>
    <button type="submit">Ajuster</button>
  </form>` as HTMLFormElement;
  form.addEventListener("input", (event) => {
    if (event.target !== form) event.stopPropagation();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const choices = (): LabChoices => ({
    name: /^[a-z][a-z0-9-]*$/.test(name.value) ? name.value : initial.name,
    terms: fields.flatMap(({ box, transform }, at) =>
      box.checked ? [{ feature: variables[at]!.name, transform: transform() }] : [],
    ),
    excludes: population.checked ? ["en_procedure"] : [],
    penalty: { kind: penalty.list.value === "firth" ? "firth" : "none" },
    combine: combine.list.value as LabChoices["combine"],
    testShare: share.current() / 100,
    testMonths: months.current(),
    seed: seed.current(),
  });
  // What is fitted is what was asked for, whatever is ticked since.
  let value = choices();
  form.addEventListener(
    "submit",
    () => {
      value = choices();
    },
    { capture: true },
  );
  return Object.defineProperty(form, "value", { get: () => value }) as unknown as HTMLElement & {
    value: LabChoices;
  };
}

function variableField({ name, label, unit, isFlag }: LabVariable, chosen: Transform | undefined) {
  const id = `labo-${name}`;
  const box = html`<input type="checkbox" id="${id}">` as HTMLInputElement;
  box.checked = chosen !== undefined;
  const words = html`<label for="${id}">${label}${unit ? ` (${unit})` : ""}</label>`;
  if (isFlag) {
    return {
      box,
      transform: (): Transform => "indicator",
      row: html`<div class="field check">${box}${words}</div>`,
    };
  }
  const list = html`<select aria-label="${`Transformation : ${label}`}">${Object.entries(
    TRANSFORMS,
  ).map(
    ([value, text]) => html`<option value="${value}" selected=${value === chosen}>${text}</option>`,
  )}</select>` as HTMLSelectElement;
  return {
    box,
    transform: () => list.value as Transform,
    row: html`<div class="field check">${box}${words} ${list}</div>`,
  };
}
