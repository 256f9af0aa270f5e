import { describe, expect, it } from "vitest";
import { FAMILIES, VARIABLES, variable } from "../../../models/features/families.js";
import { GROUPS } from "../../../src/lib/groups.js";

describe("variables", () => {
  it("each has a name of its own, a label of its own and a group shown to the user", () => {
    expect(new Set(VARIABLES.map(({ name }) => name)).size).toBe(VARIABLES.length);
    expect(new Set(VARIABLES.map(({ label }) => label)).size).toBe(VARIABLES.length);
    for (const { group } of VARIABLES) expect(GROUPS).toHaveProperty(group);
  });

  it.each(VARIABLES)("$name says where its formula comes from and how it is written", (one) => {
    expect(one.name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(one.label).toMatch(/^\p{Lu}/u);
    expect(one.citation.length).toBeGreaterThan(5);
    expect(one.citation + one.label + one.missing).not.toContain("'");
  });

  it("a measure or a category says what its empty value means, unless the company employs", () => {
    const never = VARIABLES.filter(({ missing }) => missing === "").map(({ name }) => name);
    expect(never).toEqual([
      "effectif",
      "effectif_reporte",
      "effectif_log",
      "paydex_absent",
      "bilan_absent",
    ]);
  });

  it("every lag of sf_datalake’s standard.json and of reduce.algo2 exists", () => {
    const lags = {
      montant_part_ouvriere: [1, 2, 3, 6, 12],
      montant_part_patronale: [1, 2, 3, 6, 12],
      paydex_nb_jours: [3, 6, 12],
      effectif: [6, 12, 18, 24],
    };
    for (const [name, months] of Object.entries(lags))
      for (const n of months) expect(variable(`${name}_past_${n}`).unit).toBe(variable(name).unit);
  });

  it("a family’s table is named once", () => {
    expect(new Set(FAMILIES.map(({ table }) => table)).size).toBe(FAMILIES.length);
  });
});
