import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCellsFile } from "../../../loaders/disclosure/cellsFile.js";
import { parseProtectionSpec } from "../../../src/lib/disclosure/spec.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const SPEC = parseProtectionSpec(
  {
    dimensions: [{ name: "naf" }, { name: "région" }],
    rules: { minContributors: 3, dominance: 0.85 },
  },
  "spec.json",
);

const HEADER = "naf,région,count,value,max";

function read(...lines: string[]) {
  const folder = temporaryFolder({ "cells.csv": `${lines.join("\n")}\n` });
  return readCellsFile(join(folder, "cells.csv"), SPEC);
}

describe("readCellsFile", () => {
  it("keeps the zeros of codes and finds the last decimal written", async () => {
    const { rows, decimals } = await read(
      HEADER,
      '01,Île-de-France,3,"10,50",4.25',
      "02,Corse,0,0,0",
    );
    expect(rows[0]).toEqual({
      ...{ line: 2, labels: ["01", "Île-de-France"], contributors: 3 },
      ...{ value: 10.5, largest: 4.25, second: 0 },
    });
    expect(decimals).toBe(2);
  });

  it.each([
    ["01,Corse,2,douze,5", /ligne 2, colonne « value » : « douze » refusé/],
    ["01,Corse,2,-12,5", /ligne 2, colonne « value » : « -12 » refusé/],
    ["01,Corse,2.5,12,5", /ligne 2, colonne « count » : « 2.5 » refusé/],
    ["01,Corse,0,12,5", /ligne 2, colonne « value » : « 12 » refusé/],
    ["01,Corse,2,12,15", /ligne 2, colonne « max » : « 15 » refusé/],
    ["01,,2,12,5", /ligne 2, colonne « région »/],
  ])("refuses the line « %s » by its place, in French", async (line, message) => {
    await expect(read(HEADER, line, "02,Corse,3,9,3")).rejects.toThrow(message);
  });

  it("refuses a cell given twice", async () => {
    const line = "01,Corse,3,9,3";
    await expect(read(HEADER, line, line)).rejects.toThrow(/01 × Corse est déjà à la ligne 2/);
  });

  it("refuses a missing column, a file without a cell and one that is not there", async () => {
    await expect(read("naf,région,count,value", "01,Corse,3,9")).rejects.toThrow(/« max »/);
    await expect(read(HEADER)).rejects.toThrow(/aucune cellule/);
    await expect(readCellsFile("absent.csv", SPEC)).rejects.toThrow(/introuvable/);
  });
});
