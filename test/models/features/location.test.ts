import { describe, expect, it } from "vitest";
import { A, A1, A2, featuresAt } from "./economy.js";

describe("location", () => {
  it("departement and region are those of the head office, the active one first", async () => {
    const row = await featuresAt(
      "2024-04",
      `INSERT INTO clean_sirene VALUES ('${A}', '${A1}', true, '21', '27', true),
        ('${A}', '${A2}', true, '75', '11', false), ('${A}', '${A}00037', false, '13', '93', true)`,
    );
    expect(row).toMatchObject({ departement: "21", region: "27" });
  });

  it("a company without a head office in the register has neither", async () => {
    expect(await featuresAt("2024-04")).toMatchObject({ departement: null, region: null });
  });
});
