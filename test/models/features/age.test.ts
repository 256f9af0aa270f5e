import { describe, expect, it } from "vitest";
import { A, featuresAt } from "./economy.js";

const created = (date: string) =>
  `INSERT INTO clean_sirene_ul VALUES ('${A}', '43.21A', '${date}')`;

describe("age", () => {
  it("age_entreprise counts the years since the creation of the legal unit", async () => {
    expect((await featuresAt("2024-04", created("2014-04-01"))).age_entreprise).toBe(10);
    expect((await featuresAt("2024-07", created("2014-04-01"))).age_entreprise).toBe(10.25);
  });

  it("age_entreprise is empty before the company exists in the register", async () => {
    expect((await featuresAt("2024-04", created("2025-01-01"))).age_entreprise).toBeNull();
  });
});
