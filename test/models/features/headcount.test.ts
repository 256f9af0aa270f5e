import { describe, expect, it } from "vitest";
import { A, featuresAfter, featuresAt } from "./economy.js";

const empty = (from: string, to = "2025-12-01") =>
  `DELETE FROM clean_effectif_ent WHERE periode BETWEEN '${from}' AND '${to}'`;

describe("headcount", () => {
  it("effectif carries the last known value and effectif_reporte says so", async () => {
    const changes = empty("2024-03-01", "2024-04-01");
    expect(await featuresAt("2024-02", changes)).toMatchObject({
      effectif: 10,
      effectif_reporte: false,
    });
    expect(await featuresAt("2024-04", changes)).toMatchObject({
      effectif: 10,
      effectif_reporte: true,
    });
  });

  it("effectif is carried six months at most: a company that stopped employing leaves", async () => {
    const rows = await featuresAfter(empty("2025-01-01"));
    expect(rows.at(-1)?.periode).toBe("2025-06-01");
  });

  it("a headcount of zero takes the company out", async () => {
    const rows = await featuresAfter(
      `UPDATE clean_effectif_ent SET effectif_ent = 0 WHERE periode >= '2025-01-01'`,
    );
    expect(rows.at(-1)?.periode).toBe("2024-12-01");
  });

  it("effectif_past_6, 12, 18 and 24 are the values that many months before", async () => {
    const row = await featuresAt(
      "2025-12",
      `UPDATE clean_effectif_ent SET effectif_ent = CASE periode
         WHEN '2025-06-01' THEN 6 WHEN '2024-12-01' THEN 12
         WHEN '2024-06-01' THEN 18 WHEN '2023-12-01' THEN 24 ELSE 10 END`,
    );
    expect(row).toMatchObject({
      effectif_past_6: 6,
      effectif_past_12: 12,
      effectif_past_18: 18,
      effectif_past_24: 24,
    });
  });

  it("effectif_variation_n is (effectif − effectif_past_n) / effectif_past_n", async () => {
    const row = await featuresAt(
      "2024-12",
      `UPDATE clean_effectif_ent SET effectif_ent = CASE periode
         WHEN '2023-12-01' THEN 8 WHEN '2024-06-01' THEN 16 ELSE 10 END`,
    );
    expect(row).toMatchObject({
      effectif_variation_12m: (10 - 8) / 8,
      effectif_variation_6m: (10 - 16) / 16,
    });
  });

  it("a company enters the perimeter when it reaches ten employees, not before", async () => {
    const rows = await featuresAfter(
      `UPDATE clean_effectif_ent SET effectif_ent = CASE WHEN periode < '2024-09-01' THEN 9 ELSE 10 END`,
    );
    expect(rows[0]?.periode).toBe("2024-09-01");
  });

  it("a company leaves the perimeter 36 months after it last had ten employees", async () => {
    const rows = await featuresAfter(
      `INSERT INTO clean_effectif_ent SELECT '${A}', m::DATE, 10 FROM generate_series(DATE '2020-01-01', DATE '2022-12-01', INTERVAL 1 MONTH) t(m);
       UPDATE clean_effectif_ent SET effectif_ent = 5 WHERE periode > '2021-06-01'`,
    );
    expect(rows.at(-1)?.periode).toBe("2024-05-01");
  });

  it("months after the last known headcount look back from it, as the batch does", async () => {
    const rows = await featuresAfter(
      `INSERT INTO clean_effectif_ent SELECT '${A}', m::DATE, 5 FROM generate_series(DATE '2020-01-01', DATE '2022-12-01', INTERVAL 1 MONTH) t(m);
       UPDATE clean_effectif_ent SET effectif_ent = CASE periode WHEN '2022-10-01' THEN 10 ELSE 5 END;
       DELETE FROM clean_effectif_ent WHERE periode > '2025-09-01'`,
    );
    expect(rows.at(-1)?.periode).toBe("2025-12-01");
  });

  it("only the companies of the perimeter are kept", async () => {
    const rows = await featuresAfter(
      "INSERT INTO clean_effectif_ent SELECT '200000000', periode, 15 FROM clean_effectif_ent",
    );
    expect(new Set(rows.map(({ siren }) => siren))).toEqual(new Set([A]));
  });
});
