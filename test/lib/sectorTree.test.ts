import { describe, expect, it } from "vitest";
import { NAMED_TABLES } from "../../src/data/namedTables.js";
import { ALL_SECTORS, NAF_LEVELS, NAF_NODES, nafNode, nodesOfLevel } from "../../src/lib/naf.js";
import {
  sectorInNomenclature,
  sectorPath,
  sectorsAbove,
  sectorsBelow,
  sectorsBeside,
} from "../../src/lib/sectorTree.js";

const codes = (nodes: readonly { code: string }[]) => nodes.map(({ code }) => code);

describe("the tree of sectors", () => {
  it("goes up to the total through every group, and down to the divisions", () => {
    expect(codes(sectorsAbove("CA"))).toEqual([ALL_SECTORS, "BE", "C"]);
    expect(codes(sectorsBelow("CA"))).toEqual(["10", "11", "12"]);
    expect(sectorsAbove(ALL_SECTORS)).toEqual([]);
    expect(sectorsBelow("10")).toEqual([]);
  });

  it("finds beside a sector those of the same group, itself among them", () => {
    expect(codes(sectorsBeside("D"))).toEqual(["B", "C", "D", "E"]);
    expect(codes(sectorsBeside(ALL_SECTORS))).toEqual([ALL_SECTORS]);
  });

  it("has every group but the total below another, once", () => {
    const below = NAF_NODES.flatMap(({ code }) => codes(sectorsBelow(code)));
    expect(below.sort()).toEqual(
      codes(NAF_NODES)
        .filter((code) => code !== ALL_SECTORS)
        .sort(),
    );
  });

  it("gives an address to the sectors that have a page table, and to no other", () => {
    const addressed = NAF_NODES.filter(({ code }) => code !== ALL_SECTORS).flatMap(
      ({ code }) => sectorPath(code) ?? [],
    );
    expect(new Set(addressed)).toEqual(
      new Set([...NAMED_TABLES.secteurs.keys()].map((name) => `secteurs/${name}`)),
    );
    expect(sectorPath("BE")).toBeNull();
    expect(sectorPath("43")).toBeNull();
  });

  it("tells a sector by its divisions and its codes", () => {
    expect(sectorInNomenclature(nafNode("F"))).toBe(
      "divisions 41 à 43 ; FZ (A10), F (A21), FZ (A38)",
    );
    expect(sectorInNomenclature(nafNode("01"))).toBe("division 01 ; 01 (A88)");
  });

  it("has labels that tell the sectors of a level apart: a chart places rows by them", () => {
    for (const level of NAF_LEVELS) {
      const labels = nodesOfLevel(level).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
    for (const { code } of NAF_NODES) {
      const labels = sectorsBelow(code).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
