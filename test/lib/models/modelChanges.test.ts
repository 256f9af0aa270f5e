import { describe, expect, it } from "vitest";
import { changesInWords } from "../../../src/lib/models/changesInWords.js";
import { modelChanges } from "../../../src/lib/models/modelChanges.js";

const term = (name: string, estimate: number) => ({ name, label: name.toUpperCase(), estimate });

describe("what changed from a model to the next", () => {
  const changes = modelChanges(
    { id: "ancien", terms: [term("a", 1), term("b", 0.5), term("c", 0.1)] },
    { id: "nouveau", terms: [term("a", 1.2), term("b", -0.5), term("d", 0.3)] },
  );

  it("is the terms added, removed, and those moved, the largest move first", () => {
    expect(changes).toEqual({
      previous: "ancien",
      added: ["D"],
      removed: ["C"],
      moved: [
        { label: "B", from: 0.5, to: -0.5 },
        { label: "A", from: 1, to: 1.2 },
      ],
    });
  });

  it("is told in words, signs included", () => {
    expect(changesInWords(changes)).toBe(
      "Ajoutés : D. Retirés : C. Poids les plus changés : B (de 0,50 à −0,50) ; A (de 1,00 à 1,20).",
    );
    expect(changesInWords(null)).toBe("Premier modèle du registre.");
    const none = { previous: "ancien", added: [], removed: [], moved: [] };
    expect(changesInWords(none)).toBe("Aucun poids visible n’a changé.");
  });
});
