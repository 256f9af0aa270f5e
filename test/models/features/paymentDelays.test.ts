import { describe, expect, it } from "vitest";
import { PAYDEX_GROUPS } from "../../../models/features/paymentDelays.js";
import { A, featuresAfter, featuresAt } from "./economy.js";

const late = (month: string, days: number, fpi30 = "NULL", fpi90 = "NULL") =>
  `INSERT INTO clean_paydex VALUES ('${A}', '${month}-01', ${days}, 3, 100, ${fpi30}, ${fpi90});`;

describe("paymentDelays", () => {
  it("paydex_nb_jours holds a quarter, then is unknown and marked, not zero", async () => {
    const rows = await featuresAfter(late("2024-02", 12));
    const months = rows
      .filter((row) => row.paydex_nb_jours === 12)
      .map(({ periode }) => periode.slice(0, 7));
    expect(months).toEqual(["2024-02", "2024-03", "2024-04"]);
    for (const row of rows) expect(row.paydex_absent).toBe(row.paydex_nb_jours === null);
  });

  it("nothing is filled back before the first value", async () => {
    expect((await featuresAt("2024-01", late("2024-02", 12))).paydex_nb_jours).toBeNull();
  });

  it("nothing is said after the last month of the source, retired in September 2025", async () => {
    const changes = `DELETE FROM clean_paydex WHERE periode > '2025-08-01'; ${late("2025-07", 12)}`;
    expect(await featuresAt("2025-08", changes)).toMatchObject({
      paydex_nb_jours: 12,
      paydex_absent: false,
    });
    expect(await featuresAt("2025-09", changes)).toMatchObject({
      paydex_nb_jours: null,
      paydex_absent: true,
      paydex_group: null,
    });
  });

  it("paydex_nb_jours_past_n is the value n months before, paydex_yoy the change over twelve", async () => {
    const changes = late("2023-12", 4) + late("2024-06", 20) + late("2024-09", 25);
    expect(await featuresAt("2024-12", changes + late("2024-12", 40))).toMatchObject({
      paydex_nb_jours_past_3: 25,
      paydex_nb_jours_past_6: 20,
      paydex_nb_jours_past_12: 4,
      paydex_yoy: 40 - 4,
    });
    expect((await featuresAt("2024-09", changes)).paydex_yoy).toBeNull();
  });

  it.each([
    [0, "0"],
    [1, "1-15"],
    [15, "1-15"],
    [16, "16-30"],
    [30, "16-30"],
    [31, "31-60"],
    [60, "31-60"],
    [61, "61-90"],
    [90, "61-90"],
    [91, "91+"],
    [180, "91+"],
  ])("%i days late are in the class « %s »", async (days, group) => {
    expect((await featuresAt("2024-02", late("2024-02", days))).paydex_group).toBe(group);
    expect(PAYDEX_GROUPS.map(({ name }) => name)).toContain(group);
  });

  it("fpi_30 and fpi_90 are the shares of the stock, empty in the former layout", async () => {
    const stock = await featuresAt("2024-02", late("2024-02", 12, "35", "10"));
    expect(stock).toMatchObject({ fpi_30: 35, fpi_90: 10 });
    const former = await featuresAt("2024-02", late("2024-02", 12));
    expect(former).toMatchObject({ fpi_30: null, fpi_90: null });
  });
});
