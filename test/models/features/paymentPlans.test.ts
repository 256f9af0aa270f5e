import { describe, expect, it } from "vitest";
import { A1, A2, featuresAfter, featuresAt } from "./economy.js";

const plan = (
  siret: string,
  from: string,
  to: string,
  days: number,
  amount: number,
  stage = "APPROB",
) =>
  `INSERT INTO clean_delai VALUES ('${siret}', '${from}', '${to}', ${days}, ${amount}, '${stage}', 'SUR PO');`;
const debt = `INSERT INTO clean_debit VALUES ('${A1}', '2024-02-01', 300, 600);`;

describe("paymentPlans", () => {
  it("a plan runs from the month of its creation to the month before its end", async () => {
    const rows = await featuresAfter(plan(A1, "2024-03-15", "2024-06-10", 87, 900));
    const running = rows.filter((row) => row.delai_en_cours).map(({ periode }) => periode);
    expect(running).toEqual(["2024-03-01", "2024-04-01", "2024-05-01"]);
  });

  it("delai_nb_jours_restants counts the days from the first of the month to the end", async () => {
    const row = await featuresAt("2024-04", plan(A1, "2024-03-15", "2024-06-10", 87, 900));
    expect(row.delai_nb_jours_restants).toBe(70);
  });

  it("delai_deviation_remboursement is (dette − montant × restants / durée) / montant", async () => {
    const row = await featuresAt("2024-04", debt + plan(A1, "2024-03-02", "2024-06-10", 100, 1000));
    expect(row.delai_deviation_remboursement).toBeCloseTo((900 - (1000 * 70) / 100) / 1000, 14);
  });

  it("plans of two establishments add up and a plan listed at two stages counts once", async () => {
    const row = await featuresAt(
      "2024-04",
      [
        plan(A1, "2024-03-02", "2024-06-10", 100, 1000, "PR"),
        plan(A1, "2024-03-02", "2024-06-10", 100, 1000),
        plan(A2, "2024-03-02", "2024-05-10", 50, 500),
      ].join(""),
    );
    expect(row).toMatchObject({
      delai_montant_echeancier: 1500,
      delai_nb_jours_restants: 70,
      delai_nb_jours_total: 100,
    });
  });

  it("without a plan the amounts are empty and delai_en_cours is false", async () => {
    expect(await featuresAt("2024-04", debt)).toMatchObject({
      delai_en_cours: false,
      delai_montant_echeancier: null,
      delai_deviation_remboursement: null,
    });
  });

  it("after the last plan anyone was granted, no plan is unknown and a running one is still known", async () => {
    const changes = "DELETE FROM clean_delai WHERE date_creation > '2025-06-01';";
    expect((await featuresAt("2025-07", changes)).delai_en_cours).toBeNull();
    const running = changes + plan(A1, "2025-05-15", "2025-09-10", 118, 900);
    expect((await featuresAt("2025-07", running)).delai_en_cours).toBe(true);
  });
});
