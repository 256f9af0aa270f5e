import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

describe("clean_sirene (§1.5)", () => {
  test("finds the region and the section of an establishment, and keeps its last line", async () => {
    const line = {
      siren: "111111111",
      siret: "11111111100011",
      codeCommuneEtablissement: "2A004",
      departement: "2A",
      activitePrincipaleEtablissement: "25.11Z",
      est_actif: true,
    };
    const rows = await cleaned("clean_sirene", { sirene: [{ ...line, est_actif: false }, line] });
    expect(rows).toMatchObject([
      { siege: false, departement: "2A", region: "94", naf_section: "C", est_actif: true },
    ]);
  });
});

describe("clean_sirene_ul (§1.5)", () => {
  test("names a sole trader by name and first names", async () => {
    const rows = await cleaned("clean_sirene_ul", {
      sirene_ul: [
        { siren: "111111111", nomUniteLegale: "BOB", prenom1UniteLegale: "LÉA" },
        { siren: "222222222", denominationUniteLegale: "ACME" },
        { siren: "333333333" },
      ],
    });
    expect(rows.map(({ raison_sociale }) => raison_sociale)).toEqual(["BOB LÉA EI", "ACME", null]);
  });
});

describe("clean_sirene_histo (§1.5)", () => {
  test("keeps changes of state only, each until the eve of the next", async () => {
    const state = (debut: string | null, actif: boolean) => ({
      siret: "11111111100011",
      dateDebut: debut,
      est_actif: actif,
    });
    const rows = await cleaned("clean_sirene_histo", {
      sirene_histo: [
        state("2020-01-01", false),
        state("2010-01-01", true),
        state("2015-01-01", true),
        state("2022-06-01", true),
      ],
    });
    expect(
      rows.map(({ date_debut, date_fin, est_actif }) => [date_debut, date_fin, est_actif]),
    ).toEqual([
      ["2010-01-01", "2019-12-31", true],
      ["2020-01-01", "2022-05-31", false],
      ["2022-06-01", null, true],
    ]);
  });
});
