import { describe, expect, test } from "vitest";
import { readLines } from "./readLines.js";

const HEADER =
  "Urssaf_gestion;Dep;num_cpte;Siren;Siret;Dt_immat;Etat_cpte;Cd_pro_col;Periode;Num_Ecn;Num_Hist_Ecn;Dt_trt_ecn;Mt_PO;Mt_PP;Cd_op_ecn;Motif_ecn;Recours_en_cours";

/** The example of §1.2, its date of processing and its amounts being given. */
const row = (date = "990505", po = "195907", pp = "864497"): string =>
  `939;27;111982477292496174;000000000;00000000000000;20150708;5;0;201712;659;9;${date};${po};${pp};3;74;0`;

async function monthOf(date: string): Promise<unknown> {
  const { rows } = await readLines("debit", [HEADER, row(date)]);
  return rows[0]!.periode_prise_en_compte;
}

describe("debit (§1.2)", () => {
  test("amounts are in centimes: 195907 is 1,959.07 €", async () => {
    const { rows } = await readLines("debit", [HEADER, row()]);
    expect(rows[0]).toMatchObject({ mt_po: "1959.07", mt_pp: "8644.97" });
  });

  test("a part of a centime is refused, not rounded", async () => {
    const { report } = await readLines("debit", [HEADER, row("990505", "1959.07")]);
    expect(report).toMatchObject({ rejected: 1, valid: 0 });
    expect(report.messages[0]).toContain("Mt_PO: « 1959.07 » n’est pas un montant en centimes");
  });

  test("a debit of day 20 counts for its month, of day 21 for the next", async () => {
    expect(await monthOf("1260120")).toBe("2026-01-01");
    expect(await monthOf("1260121")).toBe("2026-02-01");
    expect(await monthOf("1251221")).toBe("2026-01-01");
  });

  test("a debt is named by its SIRET, its period and its number", async () => {
    const { rows } = await readLines("debit", [HEADER, row()]);
    expect(rows[0]!.debit_id).toBe("000000000000002017020120170301659");
  });

  test("short and corrupt lines are reported, and the file goes on", async () => {
    const lines = [HEADER, row(), "939;27;1119", row("990599"), row()];
    const { report, rows } = await readLines("debit", lines);
    expect(report).toMatchObject({ parsed: 4, valid: 2, rejected: 2, skipped: 0, fatal: null });
    expect(rows).toHaveLength(2);
  });
});
