import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

const OLD = { siren: "111111111", nb_jours: 12, date_valeur: "2018-12-15" };
const STOCK = { siren: "111111111", date_valeur: "2025-08-01", code_paydex: "050" };

const delays = async (sources: Parameters<typeof cleaned>[1]) =>
  (await cleaned("clean_paydex", sources)).map(({ periode, nb_jours }) => [periode, nb_jours]);

describe("clean_paydex (§1.6)", () => {
  test("holds both layouts of Altares, one value a month", async () => {
    expect(
      await delays({ paydex: [OLD], paydex_stock: [{ ...STOCK, nbr_jrs_retard: 30 }] }),
    ).toEqual([
      ["2018-12-01", 12],
      ["2025-08-01", 30],
    ]);
  });

  test("keeps the last value of a month, and the stock where both have one of that day", async () => {
    const paydex = [OLD, { ...OLD, date_valeur: "2018-12-01", nb_jours: 3 }];
    expect(await delays({ paydex })).toEqual([["2018-12-01", 12]]);
    const paydex_stock = [{ ...STOCK, date_valeur: "2018-12-15", nbr_jrs_retard: 14 }];
    expect(await delays({ paydex, paydex_stock })).toEqual([["2018-12-01", 14]]);
  });

  test.each([
    ["000", 180],
    ["050", 30],
    ["080", 0],
    ["100", 0],
    ["070", null],
  ])("reads code %s without its days as %s", async (code_paydex, days) => {
    expect(await delays({ paydex_stock: [{ ...STOCK, code_paydex }] })).toEqual([
      ["2025-08-01", days],
    ]);
  });
});
