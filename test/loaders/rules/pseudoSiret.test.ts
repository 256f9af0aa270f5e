import { describe, expect, test } from "vitest";
import { siren, siret } from "../../../loaders/fields/identifier.js";
import { read } from "./cell.js";
import { cleaned } from "./cleaned.js";

/** Of temporary work, modelling and film agencies: a NIC that starts with 5, 6, 7 or 9. */
const PSEUDO = ["5", "6", "7", "9"].map((first) => `111111111${first}0012`);

describe("pseudo-SIRETs (§1.2, description-donnees.md)", () => {
  for (const number of PSEUDO)
    test(`${number} is accepted: the Urssaf holds real dues and debts under it`, () => {
      expect(read(siret(), number)).toBe(number);
    });

  test("a SIRET with letters is provisional, and refused by that name", () => {
    expect(read(siret(), "1111111110001A")).toBe(
      "« 1111111110001A » est un SIRET provisoire, qui contient des lettres [siret-provisional]",
    );
  });

  test("what is owed under a pseudo-SIRET is owed by its company", async () => {
    const debit = [...PSEUDO, "11111111100011"].map((number) => ({
      siret: number,
      debit_id: number,
      num_hist_ecn: 1,
      dt_trt_ecn: "2026-01-05",
      periode_prise_en_compte: "2026-01-01",
      mt_po: 1,
      mt_pp: 2,
    }));
    const rows = await cleaned("clean_debit", { debit });
    expect(new Set(rows.map((row) => String(row.siret).slice(0, 9)))).toEqual(
      new Set(["111111111"]),
    );
    expect(rows).toHaveLength(5);
  });
});

describe("identifiers (§1.1)", () => {
  test("only the format is required: a number that fails Luhn's check is accepted", () => {
    expect(read(siren(), "123456789")).toBe("123456789");
    expect(read(siren(), "000000000")).toBe("000000000");
  });

  test("leading zeros are never put back", () => {
    expect(read(siren(), "5520135")).toMatch(/\[siren-lost-zeros\]$/);
    expect(read(siret(), "552013500014")).toMatch(/\[siret-lost-zeros\]$/);
  });
});
