import { describe, expect, test } from "vitest";
import { identifiersIn } from "../../../cli/site/identifiers.js";
import { FAULT_EFFECTS, FAULT_LEVELS } from "../../../src/lib/faults/fault.js";
import {
  FAULT_CODES,
  FAULTS,
  faultOf,
  isFaultCode,
  withCode,
} from "../../../src/lib/faults/faults.js";
import { FRICTIONLESS } from "../../../src/lib/faults/frictionless.js";
import { searchFaults } from "../../../src/lib/faults/search.js";

describe("the vocabulary of faults", () => {
  test.each(FAULT_CODES)(
    "%s says what is wrong, why, and who does what, in whole sentences",
    (code) => {
      const { title, message, explanation, example, producer, team, sources } = FAULTS[code];
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
      for (const sentence of [message, explanation, producer, team])
        expect(sentence).toMatch(/^\p{Lu}.*\.$/su);
      expect(example.wrong).not.toBe(example.right);
      expect(identifiersIn("page.html", JSON.stringify(FAULTS[code]))).toEqual([]);
      expect(sources).toMatch(/^\p{Lu}/u);
      const texts = [title, message, explanation, producer, team, sources].join(" ");
      expect(texts).not.toMatch(/'|"|\.\.\.| {2}/);
    },
  );

  test("has one fault of a title", () => {
    const titles = FAULT_CODES.map((code) => FAULTS[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("uses every level and every effect", () => {
    const faults = Object.values(FAULTS);
    expect(new Set(faults.map(({ level }) => level))).toEqual(new Set(Object.keys(FAULT_LEVELS)));
    expect(new Set(faults.map(({ effect }) => effect))).toEqual(
      new Set(Object.keys(FAULT_EFFECTS)),
    );
  });

  test("gives the fault of a code, and refuses a code it does not hold", () => {
    expect(faultOf("type-error").level).toBe("cell");
    expect(isFaultCode("toString")).toBe(false);
    expect(() => faultOf("toString")).toThrow("unknown fault code: toString");
    expect(withCode("ligne vide", "blank-row")).toBe("ligne vide [blank-row]");
  });

  test("raises the errors of Frictionless that it does not explain away, and no other", () => {
    for (const [name, other] of Object.entries(FRICTIONLESS))
      expect(isFaultCode(name), name).toBe(other === null);
  });
});

describe("the search of faults", () => {
  test("finds words whatever their accents and their case, in the level asked for", () => {
    expect(searchFaults("cell", "ZEROS 52013e").map(({ code }) => code)).toEqual([
      "siret-lost-zeros",
    ]);
    expect(searchFaults("file", "siret zéros")).toEqual([]);
  });

  test("finds all of them without a word", () => {
    const found = (Object.keys(FAULT_LEVELS) as (keyof typeof FAULT_LEVELS)[]).flatMap((level) =>
      searchFaults(level, " "),
    );
    expect(found.map(({ code }) => code).sort()).toEqual([...FAULT_CODES].sort());
  });
});
