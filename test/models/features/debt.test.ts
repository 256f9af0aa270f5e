import { describe, expect, it } from "vitest";
import { A, A1, A2, featuresAfter, featuresAt } from "./economy.js";

const debit = (siret: string, month: string, ouvriere: number, patronale: number) =>
  `INSERT INTO clean_debit VALUES ('${siret}', '${month}-01', ${ouvriere}, ${patronale});`;

describe("debt", () => {
  it("montant_part_ouvriere and _patronale carry the last event of each establishment forward", async () => {
    const changes =
      debit(A1, "2024-02", 30, 70) + debit(A2, "2024-04", 5, 15) + debit(A1, "2024-05", 10, 20);
    const amounts = [];
    for (const { periode, montant_part_ouvriere, montant_part_patronale } of await featuresAfter(
      changes,
    )) {
      if (periode >= "2024-01" && periode < "2024-08")
        amounts.push([montant_part_ouvriere, montant_part_patronale]);
    }
    expect(amounts).toEqual([
      [0, 0],
      [30, 70],
      [30, 70],
      [35, 85],
      [15, 35],
      [15, 35],
      [15, 35],
    ]);
  });

  it("an event before the first month still counts", async () => {
    const row = await featuresAt("2024-01", debit(A1, "2019-07", 1, 2));
    expect(row).toMatchObject({ montant_part_ouvriere: 1, montant_part_patronale: 2 });
  });

  it("the debt is not carried past the last month with an event of any company", async () => {
    const changes = "DELETE FROM clean_debit WHERE periode > '2025-09-01'";
    expect((await featuresAt("2025-09", changes)).montant_part_ouvriere).toBe(0);
    expect((await featuresAt("2025-10", changes)).montant_part_ouvriere).toBeNull();
  });

  it("montant_part_ouvriere_past_n is the value n months before", async () => {
    const row = await featuresAt("2024-12", debit(A1, "2024-09", 40, 0));
    expect(row).toMatchObject({
      montant_part_ouvriere_past_1: 40,
      montant_part_ouvriere_past_2: 40,
      montant_part_ouvriere_past_3: 40,
      montant_part_ouvriere_past_6: 0,
      montant_part_ouvriere_past_12: 0,
    });
  });

  it("ratio_dette is (part ouvrière + part patronale) / cotisation_moy12m", async () => {
    const row = await featuresAt("2024-03", debit(A1, "2024-02", 30, 120));
    expect(row.ratio_dette).toBe(1.5);
  });

  it("ratio_dette is empty when the mean contribution is not positive", async () => {
    const row = await featuresAt(
      "2024-03",
      `UPDATE cotisation SET cotis_due = 0; ${debit(A1, "2024-02", 30, 120)}`,
    );
    expect(row.ratio_dette).toBeNull();
  });

  it("ratio_dette_moy12m is the mean of twelve monthly ratios", async () => {
    const row = await featuresAt(
      "2024-12",
      `UPDATE cotisation SET cotis_due = 200 WHERE periode_debut = '2024-12-01'; ${debit(A1, "2024-10", 100, 200)}`,
    );
    expect(row.ratio_dette_moy12m).toBeCloseTo((3 + 3 + 1.5) / 12, 14);
  });

  it("ratio_dette_moy12m is empty when the contribution of one month is zero", async () => {
    const row = await featuresAt(
      "2024-12",
      "UPDATE cotisation SET cotis_due = 0 WHERE periode_debut = '2024-05-01'",
    );
    expect(row.ratio_dette_moy12m).toBeNull();
  });

  it("avg_delta_dette_par_effectif is (dette/effectif − dette_past_3/effectif) / 3", async () => {
    const row = await featuresAt(
      "2024-06",
      debit(A1, "2024-03", 60, 60) + debit(A1, "2024-05", 200, 220),
    );
    expect(row.avg_delta_dette_par_effectif).toBe((420 / 10 - 120 / 10) / 3);
  });

  it("dette_par_effectif_diff_3 takes each month with its own headcount", async () => {
    const row = await featuresAt(
      "2024-06",
      `UPDATE clean_effectif_ent SET effectif_ent = 20 WHERE periode >= '2024-05-01';
       ${debit(A1, "2024-03", 60, 60)} ${debit(A1, "2024-05", 200, 220)}`,
    );
    expect(row.dette_par_effectif).toBe(420 / 20);
    expect(row.dette_par_effectif_diff_3).toBe(420 / 20 - 120 / 10);
    expect(row.avg_delta_dette_par_effectif).toBe((420 / 20 - 120 / 20) / 3);
  });

  it("interessante_urssaf is false from a month with a debt to five months after", async () => {
    const rows = await featuresAfter(debit(A1, "2024-03", 1, 0) + debit(A1, "2024-04", 0, 0));
    const indebted = rows.filter((row) => row.interessante_urssaf === false);
    expect(indebted.map(({ periode }) => periode.slice(5, 7))).toEqual([
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
    ]);
  });

  it("tag_debit is a debt above one hundredth of the mean monthly contribution", async () => {
    expect((await featuresAt("2024-03", debit(A1, "2024-02", 1, 0))).tag_debit).toBe(false);
    expect((await featuresAt("2024-03", debit(A1, "2024-02", 1, 1))).tag_debit).toBe(true);
  });

  it("no debt is known when the source was not read: it is not zero", async () => {
    const row = await featuresAt("2024-03", "DELETE FROM clean_debit");
    expect(row).toMatchObject({
      montant_part_ouvriere: null,
      dette_presente: null,
      interessante_urssaf: null,
      ratio_dette: null,
    });
  });

  it("the debt of a company outside the perimeter changes nothing", async () => {
    const changed = await featuresAfter(debit("20000000000011", "2024-05", 7, 7));
    expect(changed).toEqual(await featuresAfter());
    expect(changed.every(({ siren }) => siren === A)).toBe(true);
  });
});
