import type { Term } from "../model.js";

/** A field of two specifications that differs; undefined where one has none. */
export interface SpecDifference {
  /** `split.testShare`, `terms[ratio_dette].as`. */
  path: string;
  first: unknown;
  second: unknown;
}

/** Characters of a field that are shown: a whole specification within another is not read in a table. */
const SHOWN = 60;

/** A field of a specification in a table: JSON, cut short, a dash where there is none. */
export function fieldInWords(value: unknown): string {
  if (value === undefined) return "—";
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`;
}

/** A term of either model, with its estimates and 95 % intervals. */
export interface CoefficientPair {
  name: string;
  label: string;
  first: Coefficient | null;
  second: Coefficient | null;
}

export type Coefficient = Pick<Term, "estimate" | "ciLow" | "ciHigh">;

/** Fields that differ, in the order of their paths; lists of variables are told by name, not by place. */
export function specDifferences(first: unknown, second: unknown, path = ""): SpecDifference[] {
  if (JSON.stringify(first) === JSON.stringify(second)) return [];
  const [a, b] = [fieldsOf(first), fieldsOf(second)];
  if (!a || !b) return [{ path, first, second }];
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  const within = (name: string) =>
    path === "" || name.startsWith("[") ? `${path}${name}` : `${path}.${name}`;
  return names.flatMap((name) => specDifferences(a.get(name), b.get(name), within(name)));
}

/** Fields of an object; of a list, its items under the variable or the name they are about. */
function fieldsOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((item, index) => [`[${nameOf(item) ?? index}]`, item]));
}

function nameOf(item: unknown): string | undefined {
  if (typeof item === "string") return item;
  const { feature, name } = (item ?? {}) as { feature?: string; name?: string };
  return feature ?? name;
}

/** A model, or a run as notebooks have it. */
interface WithTerms {
  terms: readonly (Coefficient & Pick<Term, "name" | "label">)[];
}

/** Every term of two models: those of the first in its order, then those of the second alone. */
export function coefficientPairs(first: WithTerms, second: WithTerms): CoefficientPair[] {
  const of = ({ terms }: WithTerms) => new Map(terms.map((term) => [term.name, term]));
  const [a, b] = [of(first), of(second)];
  return [...new Set([...a.keys(), ...b.keys()])].map((name) => ({
    name,
    label: (a.get(name) ?? b.get(name))!.label,
    first: coefficientOf(a.get(name)),
    second: coefficientOf(b.get(name)),
  }));
}

function coefficientOf(term: Coefficient | undefined): Coefficient | null {
  if (!term) return null;
  const { estimate, ciLow, ciHigh } = term;
  return { estimate, ciLow, ciHigh };
}
