import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";
import { readLines } from "./readLines.js";

const HEADER = "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due";
const row = (paid: string, due: string): string =>
  `671;14;11111111111111;636043216536562844;1031;5;${paid};${due}`;

describe("cotisation (§1.2)", () => {
  test("euros with a comma or a dot, negative ones included", async () => {
    const { rows } = await readLines("cotisation", [
      HEADER,
      row("-68231", "-21099.5"),
      row("1,25", "0"),
    ]);
    expect(rows.map(({ enc_direct, cotis_due }) => [enc_direct, cotis_due])).toEqual([
      ["-68231.00", "-21099.50"],
      ["1.25", "0.00"],
    ]);
    expect(rows[0]).toMatchObject({ periode_debut: "2010-07-01", periode_fin: "2010-08-01" });
  });

  test("lazy quotes: a lone quote is a character of its cell", async () => {
    const { rows } = await readLines("cotisation", [HEADER, row("1", "2").replace("671", '6"71')]);
    expect(rows).toHaveLength(1);
  });

  test("dues of a period are counted at its first month, all accounts together", async () => {
    const line = (compte: string, due: number) => ({
      siret: "11111111100011",
      compte,
      periode_debut: "2026-01-01",
      periode_fin: "2026-04-01",
      cotis_due: due,
    });
    const rows = await cleaned("clean_cotisation", {
      cotisation: [line("a", 0.1), line("b", 0.2)],
    });
    expect(rows).toEqual([{ siret: "11111111100011", periode: "2026-01-01", du: "0.30" }]);
  });
});
