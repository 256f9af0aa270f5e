import { describe, expect, test } from "vitest";
import { BatchFolder } from "../ingest/batchFolder.js";

const HEADER = "Urssaf_gestion;Dep;Compte;Etat_compte;Siren;Siret;Date_crea_siret;Date_disp_siret";

const account = (siret: string, closing: string): string =>
  `1;14;77;1;${siret.slice(0, 9)};${siret};1100101;${closing}`;

const FIRST = "11111111100011";
const SECOND = "22222222200022";

/** Files of before December 2025, without SIRET. */
const due = (compte: string, period: string): string => `1;14;${compte};${period};1;10;20`;

async function dues(accounts: readonly string[], rows: readonly string[]) {
  const folder = await BatchFolder.create();
  await folder.put("sigfaible_etablissement_utf8.csv", [HEADER, ...accounts]);
  await folder.put("sigfaible_cotisdues.csv", [
    "Urssaf_gestion;Dep;Compte;periode;mer;enc_direct;cotis_due",
    ...rows,
  ]);
  const { files } = await folder.ingest();
  const sirets = await folder.read("SELECT siret, periode_debut FROM cotisation ORDER BY 2");
  const report = files.find(({ source }) => source === "cotisation")!;
  return { report, sirets: sirets.map(({ siret }) => siret) };
}

describe("comptes: the SIRET of an account (§1.2)", () => {
  test("at a date it is the first whose closing date is after it, 9990101 when it is open", async () => {
    const { sirets } = await dues(
      [account(SECOND, ""), account(FIRST, "1200701")],
      [due("77", "202013"), due("77", "202023"), due("77", "202031"), due("77", "202632")],
    );
    expect(sirets).toEqual([FIRST, FIRST, SECOND, SECOND]);
  });

  test("a row whose account has none is set aside and counted, not rejected", async () => {
    const { report, sirets } = await dues(
      [account(FIRST, "1200701")],
      [due("77", "202013"), due("77", "202633"), due("88", "202013")],
    );
    expect(sirets).toEqual([FIRST]);
    expect(report).toMatchObject({ parsed: 3, valid: 1, rejected: 0, skipped: 2 });
    expect(report.skips[0]!.reason).toContain("aucun SIRET connu pour le compte");
  });

  test("a file without SIRET and without accounts cannot be read", async () => {
    const folder = await BatchFolder.create();
    await folder.put("sigfaible_cotisdues.csv", [
      "Urssaf_gestion;Dep;Compte;periode;mer;enc_direct;cotis_due",
      due("77", "202013"),
    ]);
    await expect(folder.ingest()).rejects.toMatchObject({ code: "incomplete-batch" });
  });
});
