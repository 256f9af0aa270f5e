import { describe, expect, it } from "vitest";
import { A, A1, A2, featuresAfter, featuresAt } from "./economy.js";

describe("contributions", () => {
  it("cotisation adds the establishments of a company", async () => {
    const row = await featuresAt(
      "2024-06",
      `INSERT INTO cotisation VALUES ('${A2}', '2024-06-01', '2024-07-01', 50)`,
    );
    expect(row.cotisation).toBe(150);
  });

  it.each([
    ["quarter", "2024-04-01", "2024-07-01", 3],
    ["year", "2024-01-01", "2025-01-01", 12],
  ])(
    "cotisation spreads what is due for a %s evenly over its months",
    async (_, from, to, months) => {
      const due = `INSERT INTO cotisation VALUES ('${A2}', '${from}', '${to}', 100)`;
      const spread = (await featuresAfter(due)).filter(
        ({ periode }) => periode >= from && periode < to,
      );
      expect(spread).toHaveLength(months);
      for (const { cotisation } of spread) expect(cotisation).toBeCloseTo(100 + 100 / months, 12);
    },
  );

  it("cotisation_moy12m is the mean of twelve months, the current one included", async () => {
    const row = await featuresAt(
      "2024-06",
      `INSERT INTO cotisation VALUES ('${A2}', '2024-06-01', '2024-07-01', 60), ('${A2}', '2023-06-01', '2023-07-01', 999)`,
    );
    expect(row.cotisation_moy12m).toBe((12 * 100 + 60) / 12);
  });

  it("cotisation_moy12m is empty when one of the twelve months is missing", async () => {
    const remove = `DELETE FROM cotisation WHERE siret = '${A1}' AND periode_debut = '2024-01-01'`;
    const rows = await featuresAfter(remove);
    const empty = rows.filter(({ cotisation_moy12m }) => cotisation_moy12m === null);
    expect(empty.map(({ periode }) => periode.slice(0, 7))).toEqual(
      Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, "0")}`),
    );
  });

  it("rows start with the first month that has twelve months of contributions behind it", async () => {
    const [first] = await featuresAfter();
    expect(first).toMatchObject({ siren: A, periode: "2023-12-01" });
  });
});
