import { describe, expect, it } from "vitest";
import { mentioned } from "../../../src/lib/notebook/mentioned.js";
import type { NotebookTable } from "../../../src/lib/notebook/tableIndex.js";

const table = (name: string, ...columns: string[]): NotebookTable => ({
  name,
  rows: 1,
  columns: columns.map((column) => ({ name: column, type: "DOUBLE" })),
  sha256: "",
});
const TABLES = [table("features", "siren", "effectif", "outcome"), table("scores", "siren", "eta")];
const read = (sql: string) =>
  Object.fromEntries(mentioned(sql, TABLES).map(({ table: { name }, columns }) => [name, columns]));

describe("what a query reads", () => {
  it.each([
    ["SELECT avg(effectif) FROM features", { features: ["effectif"] }],
    ["select AVG(Effectif) from FEATURES", { features: ["effectif"] }],
    ["SELECT * FROM scores", { scores: ["siren", "eta"] }],
    [
      "SELECT f.*, eta FROM features f JOIN scores USING (siren)",
      {
        features: ["siren", "effectif", "outcome"],
        scores: ["siren", "eta"],
      },
    ],
    ["FROM scores", { scores: ["siren", "eta"] }],
    ["SUMMARIZE scores", { scores: ["siren", "eta"] }],
    ["SELECT eta * 2 FROM scores", { scores: ["eta"] }],
    // A count needs rows, whatever the column.
    ["SELECT count(*) FROM scores", { scores: ["siren"] }],
    ["SELECT 'effectif' AS nom, outcome FROM features -- eta", { features: ["outcome"] }],
    ["SELECT 1", {}],
  ])("%s", (sql, expected) => {
    expect(read(sql)).toEqual(expected);
  });
});
