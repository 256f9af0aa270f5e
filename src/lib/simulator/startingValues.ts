import type { Input } from "./inputs.js";
import { onGrid } from "./inputs.js";
import type { Profile, Shown } from "./profiles.js";

/** The name of an unknown value in an address. */
export const UNKNOWN = "inconnu";

/** That of the category of reference, which has no code. */
const REFERENCE = "reference";

/** Every input of a profile: what it does not tell is ordinary. */
export function profileValues(inputs: readonly Input[], { values }: Profile): Shown {
  return Object.fromEntries(inputs.map((input) => [input.name, heldBy(input, values[input.name])]));
}

/** A value that the input can hold; the ordinary one for what it cannot. */
function heldBy(input: Input, value: number | string | null | undefined): Shown[string] {
  switch (input.kind) {
    case "number":
      if (value === null) return null;
      return typeof value === "number" ? onGrid(value, input) : input.ordinary;
    case "flag":
      return value === 1 ? 1 : 0;
    case "choice":
      return input.choices.find((choice) => choice.value === value)?.value ?? "";
  }
}

/** What an address says of an input; the value of the profile when it says nothing that can be read. */
export function fromAddress(
  input: Input,
  text: string | null,
  start: Shown[string],
): Shown[string] {
  if (text === null) return start;
  if (input.kind === "choice") return heldBy(input, text);
  if (text === UNKNOWN) return null;
  const value = Number(text.replace(",", "."));
  return text.trim() === "" || !Number.isFinite(value) ? start : heldBy(input, value);
}

/** What to write in the address; empty when the profile says it already. */
export function toAddress(value: Shown[string], start: Shown[string]): string {
  if (value === start) return "";
  if (value === "") return REFERENCE;
  return value === null ? UNKNOWN : String(value);
}
