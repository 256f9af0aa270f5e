import { describe, expect, it } from "vitest";
import { A, featuresAt } from "./economy.js";

describe("company", () => {
  it("section comes from the activity of the legal unit", async () => {
    const row = await featuresAt(
      "2024-04",
      `INSERT INTO clean_sirene_ul VALUES ('${A}', '43.21A', '2014-04-01')`,
    );
    expect(row.section).toBe("F");
  });

  it("age_entreprise counts the years since the creation of the legal unit", async () => {
    const row = await featuresAt(
      "2024-04",
      `INSERT INTO clean_sirene_ul VALUES ('${A}', '43.21A', '2014-04-01')`,
    );
    expect(row.age_entreprise).toBe(10);
  });

  it("age_entreprise is empty before the company exists in the register", async () => {
    const row = await featuresAt(
      "2024-04",
      `INSERT INTO clean_sirene_ul VALUES ('${A}', '43.21A', '2025-01-01')`,
    );
    expect(row.age_entreprise).toBeNull();
  });
});
