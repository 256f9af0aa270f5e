import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

describe("clean_ratios (§1.6)", () => {
  test("prefers the accounts of the company to those of its group", async () => {
    const closing = (type: string, sales: number) => ({
      siren: "111111111",
      date_cloture_exercice: "2025-12-31",
      chiffre_d_affaires: sales,
      type_bilan: type,
    });
    const rows = await cleaned("clean_ratios", {
      ratios_inpi: [closing("K", 900), closing("C", 100)],
    });
    expect(
      rows.map(({ type_bilan, chiffre_d_affaires }) => [type_bilan, chiffre_d_affaires]),
    ).toEqual([["C", "100.00"]]);
  });
});
