import { describe, expect, it } from "vitest";
import { A, featuresAfter } from "./economy.js";

const sheet = (closing: string, rate: number, year = 2024) =>
  `INSERT INTO bdf VALUES ('${A}', ${year}, '${closing}', 1, ${rate}, 3, 4, 5, 6);`;

describe("centralBankRatios", () => {
  it("a closing of 31 December serves from August, for 13 months, under the former names", async () => {
    const rows = (await featuresAfter(sheet("2023-12-31", 2))).filter(
      (row) => row.taux_marge === 2,
    );
    const months = rows.map(({ periode }) => periode.slice(0, 7));
    expect([months[0], months.at(-1), months.length]).toEqual(["2024-08", "2025-08", 13]);
    expect(rows[0]).toMatchObject({
      poids_frng: 1,
      taux_marge: 2,
      delai_fournisseur: 3,
      dette_fiscale: 4,
      financier_court_terme: 5,
      frais_financier: 6,
    });
  });

  it("a closing sent twice counts as it was last sent", async () => {
    const rows = await featuresAfter(sheet("2023-12-31", 7, 2025) + sheet("2023-12-31", 2, 2024));
    expect(new Set(rows.map((row) => row.taux_marge))).toEqual(new Set([null, 7]));
  });
});
