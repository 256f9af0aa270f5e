import { describe, expect, it } from "vitest";
import { A, featuresAfter } from "./economy.js";

const sheet = (closing: string, autonomy: number) =>
  `INSERT INTO clean_ratios(siren, date_cloture, autonomie_financiere)
   VALUES ('${A}', '${closing}', ${autonomy});`;

const months = async (changes: string, autonomy: number) =>
  (await featuresAfter(changes))
    .filter((row) => row.autonomie_financiere === autonomy)
    .map(({ periode }) => periode.slice(0, 7));

describe("ratios", () => {
  it("a balance sheet closed on 31 December serves from August, for 14 months", async () => {
    const used = await months(sheet("2023-12-31", 40), 40);
    expect([used[0], used.at(-1), used.length]).toEqual(["2024-08", "2025-09", 14]);
  });

  it("the latest usable balance sheet replaces the one before", async () => {
    const changes = sheet("2023-12-31", 40) + sheet("2024-12-31", 50);
    expect((await months(changes, 40)).at(-1)).toBe("2025-07");
    expect((await months(changes, 50))[0]).toBe("2025-08");
  });

  it("bilan_absent marks the months without a usable balance sheet", async () => {
    const rows = await featuresAfter(sheet("2023-12-31", 40));
    for (const row of rows) expect(row.bilan_absent).toBe(row.autonomie_financiere === null);
  });

  it("shares of turnover are computed from the amounts, in per cent", async () => {
    const [row] = (
      await featuresAfter(
        `INSERT INTO clean_ratios(siren, date_cloture, chiffre_d_affaires, marge_brute, ebit,
           resultat_net, credit_fournisseurs_jours, credit_clients_jours)
         VALUES ('${A}', '2023-12-31', 2000, 900, -50, 30, 66, 44);`,
      )
    ).filter(({ bilan_absent }) => bilan_absent === false);
    expect(row).toMatchObject({
      ca: 2000,
      part_ca_marge_brute: 45,
      part_ca_ebit: -2.5,
      rentabilite_nette: 1.5,
      delai_paiement_sur_delai_encaissement: 1.5,
    });
  });

  it("a share of no turnover is empty, not infinite", async () => {
    const rows = await featuresAfter(
      `INSERT INTO clean_ratios(siren, date_cloture, chiffre_d_affaires, ebit, credit_fournisseurs_jours, credit_clients_jours)
       VALUES ('${A}', '2023-12-31', 0, 10, 30, 0);`,
    );
    for (const row of rows) {
      expect(row.part_ca_ebit).toBeNull();
      expect(row.delai_paiement_sur_delai_encaissement).toBeNull();
    }
  });
});
