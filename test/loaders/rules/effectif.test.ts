import { describe, expect, test } from "vitest";
import { headcount } from "../../../loaders/fields/number.js";
import { monthOfLabel } from "../../../loaders/sources/monthColumn.js";
import { read } from "./cell.js";
import { cleaned } from "./cleaned.js";
import { readLines } from "./readLines.js";

describe("effectif and effectif_ent (§1.2)", () => {
  test("a column effYYYYQM is a month of a quarter, and no other label is", () => {
    expect(monthOfLabel("eff201011")).toBe("2010-01-01");
    expect(monthOfLabel("eff201043")).toBe("2010-12-01");
    for (const label of ["eff201010", "eff201062", "eff201051", "effectif", "base"])
      expect(monthOfLabel(label)).toBeUndefined();
  });

  test("every character that is not a digit is a thousands separator", () => {
    expect(read(headcount(), "1 234")).toBe(1234);
    expect(read(headcount(), "1\u202f234")).toBe(1234);
    expect(read(headcount(), "1,234")).toBe(1234);
  });

  test("an empty cell gives no row, and 0 is kept (since 2025-11, #533)", async () => {
    const header = "siren;eff201011;eff201012;eff201013;eff201021;eff201022;rais_soc";
    const { rows } = await readLines("effectif_ent", [header, "542368702;629;536;;0;585;abcde"]);
    expect(rows).toEqual([
      { siren: "542368702", periode: "2010-01-01", effectif_ent: 629 },
      { siren: "542368702", periode: "2010-02-01", effectif_ent: 536 },
      { siren: "542368702", periode: "2010-04-01", effectif_ent: 0 },
      { siren: "542368702", periode: "2010-05-01", effectif_ent: 585 },
    ]);
  });

  test("accounts of an establishment add up, zeros stay, the last month is marked", async () => {
    const line = (compte: string, periode: string, effectif: number) => ({
      siret: "11111111100011",
      compte,
      periode,
      effectif,
    });
    const rows = await cleaned("clean_effectif", {
      effectif: [
        line("a", "2026-01-01", 7),
        line("b", "2026-01-01", 5),
        line("a", "2026-02-01", 0),
      ],
    });
    expect(rows.map(({ periode, effectif, is_latest }) => [periode, effectif, is_latest])).toEqual([
      ["2026-01-01", 12, false],
      ["2026-02-01", 0, true],
    ]);
  });
});
