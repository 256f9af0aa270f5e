import type { Gate, Model, Term } from "./model.js";

/** One of the equations of a model, as a page offers it. */
export interface Equation {
  /** Name of its specification. */
  spec: string;
  /** What tells its companies from the others, in a few words; empty when there is one equation. */
  label: string;
  /** Its terms but the constant: its own, and those that speak of every company. */
  terms: Term[];
}

/** The equations of a model, in order. */
export function equationsOf({ parts, terms }: Pick<Model, "parts" | "terms">): Equation[] {
  const signs = terms.filter(({ transform }) => transform.kind !== "intercept");
  return parts.map(({ spec, gate }) => ({
    spec,
    label: gate ? gateLabel(gate, signs) : "",
    terms: signs.filter((term) => !term.gate || isSame(term.gate, gate)),
  }));
}

/** « Absence de bilan utilisable : non ». */
function gateLabel({ flag, value }: Gate, signs: readonly Term[]): string {
  const own = signs.find(({ feature, gate }) => feature === flag && !gate);
  return `${own?.label ?? flag}\u00a0: ${value === 1 ? "oui" : "non"}`;
}

function isSame(one: Gate, other: Gate | undefined): boolean {
  return one.flag === other?.flag && one.value === other.value;
}
