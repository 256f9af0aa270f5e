import type { Model, Term } from "../model.js";
import { signLabel } from "../termInWords.js";
import { READ_AS } from "./readAs.js";
import { CONTRIBUTION_INPUT } from "./ruleFeatures.js";

interface Field {
  /** Feature it sets; also its name in the address. */
  name: string;
  group: string;
  label: string;
}

/** A number, in the unit a reader knows. */
export interface NumberInput extends Field {
  kind: "number";
  unit: string;
  min: number;
  max: number;
  step: number;
  /** Of an ordinary company: the mean of the training sample, on the grid of the field. */
  ordinary: number;
  /** The model has a term for a company whose value is not known. */
  mayBeUnknown: boolean;
  toFeature: (shown: number) => number;
  /** Standard deviation of the training sample, in the unit shown near the ordinary value. */
  deviation: number;
}

export interface FlagInput extends Field {
  kind: "flag";
}

export interface ChoiceInput extends Field {
  kind: "choice";
  choices: { value: string; label: string }[];
}

export type Input = NumberInput | FlagInput | ChoiceInput;

/** Flags that follow from another feature: asking for both could contradict itself. */
export const DERIVED_FLAGS: Readonly<Record<string, string>> = { dette_presente: "ratio_dette" };

/** What a reader may set: one input a variable of the model, and what only the rules read. */
export function inputsOf({ terms }: Pick<Model, "terms">): Input[] {
  const features = [...new Set(terms.map(({ feature }) => feature))].filter((name) => name !== "");
  const isDerived = (name: string) => features.includes(DERIVED_FLAGS[name] ?? "");
  const read = features
    .filter((name) => !isDerived(name))
    .flatMap((name) =>
      inputOf(
        name,
        terms.filter(({ feature }) => feature === name),
      ),
    );
  return features.includes("ratio_dette") ? [...read, CONTRIBUTION_INPUT] : read;
}

function inputOf(name: string, terms: readonly Term[]): Input[] {
  const [first] = terms;
  if (!first) return [];
  const field = { name, group: first.group, label: signLabel(first) };
  const { transform } = first;
  if (transform.kind === "level") return [{ ...field, kind: "choice", choices: choicesOf(terms) }];
  if (transform.kind === "indicator") return [{ ...field, kind: "flag" }];
  return terms.some((term) => term.transform.kind === "standardised")
    ? [numberInput(field, terms)]
    : [];
}

/** The reference first, whose column is 0 everywhere: the empty category. */
function choicesOf(terms: readonly Term[]): ChoiceInput["choices"] {
  const choices = new Map<string, string>();
  for (const { transform, label } of terms) {
    if (transform.kind !== "level") continue;
    choices.set("", capital(transform.reference));
    choices.set(transform.values[0]!, label);
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function numberInput(field: Field, terms: readonly Term[]): NumberInput {
  const spans = terms.flatMap(({ transform }) =>
    transform.kind === "standardised" ? [transform] : [],
  );
  const { mean, sd } = spans[0]!;
  const read = READ_AS[field.name];
  const lower = Math.min(...spans.map((span) => span.lower));
  const upper = Math.max(...spans.map((span) => span.upper));
  const step = read?.step ?? readable((upper - lower) / STEPS);
  const bounds = read ?? { min: floorTo(lower, step), max: -floorTo(-upper, step) };
  const toShown = read?.toShown ?? ((value: number) => value);
  return {
    ...field,
    kind: "number",
    label: read?.label ?? field.label,
    unit: read?.unit ?? terms[0]!.unit,
    min: bounds.min,
    max: bounds.max,
    step,
    ordinary: onGrid(toShown(mean), { ...bounds, step }),
    mayBeUnknown: terms.some(({ transform }) => transform.kind === "missing"),
    toFeature: read?.toFeature ?? ((shown) => shown),
    deviation: toShown(mean + sd) - toShown(mean),
  };
}

/** Positions of a slider: a hundred is what a hand or a page of the keyboard tells apart. */
const STEPS = 100;

/** The largest of 1, 2, 5 times a power of ten that is not above. */
function readable(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = [5, 2, 1].find((one) => one * power <= step) ?? 1;
  return Number((digit * power).toPrecision(1));
}

/** To the step below, free of the dust of binary fractions. */
const floorTo = (value: number, step: number): number =>
  Number((Math.floor(value / step) * step).toFixed(6));

/** The value of the field nearest to another. */
export function onGrid(
  value: number,
  { min, max, step }: Pick<NumberInput, "min" | "max" | "step">,
): number {
  const nearest = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, nearest)).toFixed(6));
}
