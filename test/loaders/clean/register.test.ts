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

describe("clean_effectif and clean_effectif_ent (§1.2)", () => {
  test("add up the accounts of an establishment, keep zeros, mark the last month", async () => {
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

describe("clean_cotisation (§1.2)", () => {
  test("adds up the dues of a period at its first month", async () => {
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

describe("clean_ratios (§1.6)", () => {
  test("prefers the accounts of the company to those of its group", async () => {
    const closing = (type: string, sales: number) => ({
      siren: "111111111",
      date_cloture_exercice: "2025-12-31",
      chiffre_d_affaires: sales,
      type_bilan: type,
    });
    const rows = await cleaned("clean_ratios", {
      ratios_inpi: [closing("K", 900), closing("C", 100)],
    });
    expect(
      rows.map(({ type_bilan, chiffre_d_affaires }) => [type_bilan, chiffre_d_affaires]),
    ).toEqual([["C", "100.00"]]);
  });
});
