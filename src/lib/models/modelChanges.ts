import type { Model, Term } from "../model.js";
import type { ModelChanges } from "./modelsTable.js";

type Formula = Pick<Model, "id"> & { terms: readonly Pick<Term, "name" | "label" | "estimate">[] };

/** Terms added, removed and moved from a model to the next; labels, for terms of one name may be relabelled. */
export function modelChanges(previous: Formula, next: Formula): ModelChanges {
  const before = new Map(previous.terms.map((term) => [term.name, term]));
  const after = new Set(next.terms.map(({ name }) => name));
  const labelsOf = (terms: Formula["terms"]): string[] => [
    ...new Set(terms.map(({ label }) => label)),
  ];
  return {
    previous: previous.id,
    added: labelsOf(next.terms.filter(({ name }) => !before.has(name))),
    removed: labelsOf(previous.terms.filter(({ name }) => !after.has(name))),
    moved: next.terms
      .flatMap(({ name, label, estimate }) => {
        const from = before.get(name)?.estimate;
        return from === undefined || from === estimate ? [] : [{ label, from, to: estimate }];
      })
      .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
  };
}
