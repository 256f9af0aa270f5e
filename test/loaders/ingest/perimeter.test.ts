import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BatchFolder, COTISATION, EFFECTIF_ENT } from "./batchFolder.js";

const COMPANIES = "sigfaible_effectif_siren.csv";

async function sirens(folder: BatchFolder, table = "clean_filter", name = "2610") {
  const rows = await folder.read(`SELECT siren FROM "${table}" ORDER BY siren`, name);
  return rows.map(({ siren }) => siren);
}

describe("the perimeter", () => {
  test("of 36 months by default: who was large before is kept for the history only", async () => {
    const folder = await BatchFolder.create();
    await folder.put(COMPANIES, [
      "siren;eff201833;eff201841;eff202631;eff202632;eff202633;rais_soc",
      "111111111;;;9;10;;A",
      "222222222;9;9;9;9;;never large",
      "333333333;50;;1;1;;September 2018",
    ]);
    await folder.put("sigfaible_cotisdues.csv", [
      COTISATION,
      ...["111111111", "222222222", "333333333"].map(
        (siren) => `1;14;${siren}00011;77;202631;1;10;20`,
      ),
    ]);
    const { perimeter } = await folder.ingest({ filter: true });
    expect(await sirens(folder)).toEqual(["111111111"]);
    expect(await sirens(folder, "clean_historique")).toEqual(["111111111", "333333333"]);
    expect(perimeter).toMatchObject({ kind: "computed", months: 36, companies: 1, history: 2 });
    expect(perimeter.detail).toBe(
      "1\u00a0entreprise suivie, 2\u00a0gardées pour l’historique (au moins 10 salariés un des 36 mois finissant en 2026-08, et pour l’historique un des 36 mois finissant à l’un des mois depuis 2016-10, moins les entreprises exclues par nature)",
    );
    const rows = await folder.read("SELECT DISTINCT left(siret, 9) AS siren FROM clean_cotisation");
    expect(rows).toHaveLength(2);
  });

  test("of 120 months when asked for", async () => {
    const folder = await BatchFolder.create();
    await folder.put(COMPANIES, [
      "siren;eff201833;eff202633;rais_soc",
      "333333333;50;1;September 2018",
    ]);
    const { perimeter } = await folder.ingest({ filter: true, perimeterMonths: 120 });
    expect(await sirens(folder)).toEqual(["333333333"]);
    expect(perimeter).toMatchObject({ months: 120, companies: 1, history: 1 });
  });

  test("sets aside the rows of other companies, and counts them", async () => {
    const folder = await BatchFolder.create();
    await folder.put(COMPANIES, [EFFECTIF_ENT, "111111111;10;;;A", "222222222;9;;;B"]);
    await folder.put("sigfaible_cotisdues.csv", [
      COTISATION,
      "1;14;11111111100011;77;202631;1;10;20",
      "1;14;22222222200022;77;202631;1;10;20",
    ]);
    const { files } = await folder.ingest({ filter: true });
    expect(files).toMatchObject([
      { source: "cotisation", parsed: 2, valid: 1, skipped: 1 },
      { source: "effectif_ent", parsed: 2, valid: 1, skipped: 1 },
    ]);
  });

  test("is the given list when there is one, and keeps the stock of Sirene whole", async () => {
    const folder = await BatchFolder.create();
    await folder.put("filter_2610.csv", ["SIREN", "222222222"]);
    await folder.put(COMPANIES, [EFFECTIF_ENT, "111111111;10;;;A", "222222222;9;;;B"]);
    await folder.put("sireneUL.csv", unit("111111111", "5710", "25.11Z"));
    const { perimeter } = await folder.ingest({ filter: true });
    expect(perimeter.kind).toBe("given");
    expect(await sirens(folder)).toEqual(["222222222"]);
    expect(await sirens(folder, "sirene_ul")).toEqual(["111111111"]);
  });

  test("leaves out public bodies, finance and those without a head office in France", async () => {
    const folder = await BatchFolder.create();
    const kept = "111111111";
    const units = [
      [kept, "5710", "64.20Z"],
      ["222222222", "7490", "25.11Z"],
      ["333333333", "5710", "84.11Z"],
      ["444444444", "5710", "64.19Z"],
      ["555555555", "5710", "25.11Z"],
    ] as const;
    await folder.put(COMPANIES, [EFFECTIF_ENT, ...units.map(([siren]) => `${siren};10;;;A`)]);
    await folder.put("sireneUL.csv", [
      UNIT,
      ...units.map(([siren, category, ape]) => unit(siren, category, ape)[1]!),
    ]);
    await folder.put("StockEtablissement_utf8_geo.csv", [
      ESTABLISHMENT,
      ...units
        .slice(0, 4)
        .map(([siren]) => `${siren},00011,true,2000-01-01,75056,A,25.11Z,NAFRev2,${EMPTY}`),
      `555555555,00011,true,2000-01-01,,A,25.11Z,NAFRev2,${EMPTY}`,
    ]);
    await folder.ingest({ filter: true });
    expect(await sirens(folder)).toEqual([kept]);
    expect(await sirens(folder, "filter")).toHaveLength(5);
    expect(await sirens(folder, "clean_effectif_ent")).toEqual([kept]);
  });

  test("of a sub-batch is that of its parent", async () => {
    const folder = await BatchFolder.create();
    const header = "siren;eff201833;eff202633;rais_soc";
    await folder.put(COMPANIES, [header, "111111111;;10;A", "333333333;10;1;C"]);
    await folder.ingest({ filter: true });
    await folder.put(COMPANIES, [header, "222222222;;10;B"]);
    const { perimeter } = await folder.ingest({ batch: "2610_02", filter: true });
    expect(perimeter).toMatchObject({ kind: "inherited", months: 36, companies: 1, history: 2 });
    expect(await sirens(folder, "clean_filter", "2610_02")).toEqual(["111111111"]);
    expect(await sirens(folder, "clean_historique", "2610_02")).toEqual(["111111111", "333333333"]);
  });

  test("is required unless everything is asked for", async () => {
    const folder = await BatchFolder.create();
    await folder.put("sigfaible_cotisdues.csv", [COTISATION]);
    await expect(folder.ingest({ filter: true })).rejects.toMatchObject({
      code: "perimeter-missing",
      exitCode: 2,
    });
    await expect(
      folder.ingest({ filter: true, perimeter: join(folder.root, "none.csv") }),
    ).rejects.toMatchObject({ code: "perimeter-missing" });
    await expect(folder.ingest()).resolves.toMatchObject({ perimeter: { kind: "none" } });
  });
});

const UNIT =
  "siren,dateCreationUniteLegale,prenom1UniteLegale,prenom2UniteLegale,prenom3UniteLegale,prenom4UniteLegale,nomUniteLegale,nomUsageUniteLegale,denominationUniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale";

function unit(siren: string, category: string, ape: string): string[] {
  return [UNIT, `${siren},2000-01-01,,,,,,,NOM,${category},${ape},NAFRev2`];
}

const ESTABLISHMENT =
  "siren,nic,etablissementSiege,dateCreationEtablissement,codeCommuneEtablissement,etatAdministratifEtablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,longitude";

const EMPTY = "";
