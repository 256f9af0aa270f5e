import { describe, expect, it } from "vitest";
import { NAMED_TABLES } from "../../../src/data/namedTables.js";
import { sharedSectors, subjectOf } from "../../../src/lib/comparison/subject.js";
import { nodesOfLevel } from "../../../src/lib/naf.js";

const codes = (departements: number) => sharedSectors(departements).map(({ code }) => code);

describe("what is compared", () => {
  it("is told from its name in the address: no territory is named as a sector", () => {
    for (const name of NAMED_TABLES.secteurs.keys()) {
      expect(subjectOf(name)).toEqual({ kind: "sector", code: name.toUpperCase() });
    }
    for (const slug of [...NAMED_TABLES.territoires.keys(), ...NAMED_TABLES.departements.keys()]) {
      expect(subjectOf(slug)).toEqual({ kind: "territory", slug });
    }
  });

  it("is compared within the sectors that both have a table for", () => {
    expect(
      new Set(
        codes(0)
          .slice(1)
          .map((code) => code.toLowerCase()),
      ),
    ).toEqual(new Set(NAMED_TABLES.secteurs.keys()));
    expect(codes(2).slice(1)).toEqual(nodesOfLevel("A10").map(({ code }) => code));
    expect(codes(1)).toEqual(["Total", "A", "F", "J", "K", "L"]);
  });
});
