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
});
