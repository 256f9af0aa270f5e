import { expect, test } from "vitest";
import { openCsv } from "../../../src/lib/diffusion/openCsv.js";
import { openSchema } from "../../../src/lib/diffusion/openSchema.js";
import type { OpenTable } from "../../../src/lib/diffusion/openTable.js";

const SURVIVAL: OpenTable = {
  name: "survie",
  label: "Survie",
  description: "Survie après une entrée en procédure.",
  source: "Urssaf",
  key: ["annee"],
  columns: [
    { name: "annee", type: "integer", unit: "année", description: "Année d’entrée." },
    { name: "survie", type: "number", unit: "%", description: "Part, « survivante ».", cell: true },
    { name: "note", type: "string", unit: "texte", description: "Note.", nullable: true },
  ],
  rows: [
    [2024, 81.5, "dit, « presque »"],
    [2025, "s", null],
    [2026, null, null],
  ],
};

test("a column of cells is a value and its status, one mark for every hidden one", () => {
  expect(openCsv(SURVIVAL)).toBe(
    [
      "annee,survie,survie_statut,note",
      '2024,81.5,publie,"dit, « presque »"',
      "2025,,secret,",
      "2026,,indisponible,",
      "",
    ].join("\r\n"),
  );
});

test("its schema tells the columns of the file, required but for values and notes", () => {
  const { fields, primaryKey } = openSchema(SURVIVAL);
  expect(fields.map(({ name, constraints }) => [name, constraints?.required ?? false])).toEqual([
    ["annee", true],
    ["survie", false],
    ["survie_statut", true],
    ["note", false],
  ]);
  expect(primaryKey).toEqual(["annee"]);
});
