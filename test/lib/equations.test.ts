import { describe, expect, it } from "vitest";
import { equationsOf } from "../../src/lib/equations.js";
import type { Gate, Model, Term } from "../../src/lib/model.js";
import { fixtureModel } from "../fixtures/model.js";

describe("equationsOf", () => {
  it("gives one equation without a name, and every sign, when all companies share it", () => {
    const model = fixtureModel();
    const [equation, ...others] = equationsOf(model);
    expect(others).toEqual([]);
    expect(equation!.label).toBe("");
    expect(equation!.terms).toEqual(model.terms.slice(1));
  });

  it("gives each equation its own signs and those of all companies, named after the flag", () => {
    const { parts, terms } = fixtureModel();
    const of = (term: Term, name: string, gate?: Gate): Term => ({ ...term, name, gate });
    const [full, reduced] = [0, 1].map((value): Gate => ({ flag: "seul", value: value as 0 | 1 }));
    const model: Pick<Model, "parts" | "terms"> = {
      parts: [
        { ...parts[0]!, spec: "defaut", gate: full },
        { ...parts[0]!, spec: "reduit", gate: reduced },
      ],
      terms: [
        of(terms[0]!, "(Intercept)", full),
        of(terms[1]!, "a", full),
        { ...of(terms[3]!, "gap"), feature: "seul", label: "Sans bilan" },
        of(terms[1]!, "b", reduced),
      ],
    };
    expect(
      equationsOf(model).map(({ label, terms: own }) => [label, own.map(({ name }) => name)]),
    ).toEqual([
      ["Sans bilan\u00a0: non", ["a", "gap"]],
      ["Sans bilan\u00a0: oui", ["gap", "b"]],
    ]);
  });
});
