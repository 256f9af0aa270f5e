import { describe, expect, test } from "vitest";
import { readLines } from "./readLines.js";

const STOCK =
  "siren,nic,etablissementSiege,dateCreationEtablissement,typeVoieEtablissement,codeCommuneEtablissement,etatAdministratifEtablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,longitude,latitude";

interface Office {
  street?: string;
  commune?: string;
  state?: string;
  ape?: string;
  nomenclature?: string;
  longitude?: string;
}

function office(values: Office): string {
  const { street = "RUE", commune = "21231", state = "A", ape = "25.11Z" } = values;
  const { nomenclature = "NAFRev2", longitude = "5.04" } = values;
  return `111111111,00011,true,2000-01-01,${street},${commune},${state},${ape},${nomenclature},${longitude},47.32`;
}

const stock = (...offices: Office[]) => readLines("sirene", [STOCK, ...offices.map(office)]);

describe("sirene: the stock of establishments (§1.5)", () => {
  test("another nomenclature than the NAF rév. 2 is skipped, not rejected", async () => {
    const { report } = await stock({ nomenclature: "NAF1993", ape: "74.1J" }, {});
    expect(report).toMatchObject({ parsed: 2, valid: 1, skipped: 1, rejected: 0 });
  });

  test("an APE of another shape than 00.00A is left blank and counted, the row stays", async () => {
    const { report, rows } = await stock({ ape: "2511Z" });
    expect(rows[0]!.activitePrincipaleEtablissement).toBeNull();
    expect(report).toMatchObject({ valid: 1, rejected: 0 });
    expect(report.notices.join(" ")).toContain(
      "1 valeur illisible laissée vide dans activitePrincipaleEtablissement",
    );
  });

  test("the département comes from the commune: 97x and 98x have three characters, 2A and 2B letters", async () => {
    const communes = ["21231", "2A004", "2B033", "97105", "98818"];
    const { rows } = await stock(...communes.map((commune) => ({ commune })));
    expect(rows.map(({ departement }) => departement)).toEqual(["21", "2A", "2B", "971", "988"]);
  });

  test("abbreviated street types are expanded", async () => {
    const { rows } = await stock({ street: "CHE" }, { street: "HAM" }, { street: "RUE" });
    expect(rows.map(({ typeVoieEtablissement }) => typeVoieEtablissement)).toEqual([
      "CHEMIN",
      "HAMEAU",
      "RUE",
    ]);
  });

  test("an establishment is active when its state is A", async () => {
    const { rows } = await stock({ state: "A" }, { state: "F" }, { state: "" });
    expect(rows.map(({ est_actif }) => est_actif)).toEqual([true, false, false]);
  });

  test("no longitude is legal, a malformed one rejects the row", async () => {
    const { report, rows } = await stock({ longitude: "" }, { longitude: "NOT_VALID" });
    expect(rows.map(({ longitude }) => longitude)).toEqual([null]);
    expect(report).toMatchObject({ valid: 1, rejected: 1 });
  });
});

describe("sirene_histo: the states of the establishments (§1.5)", () => {
  const HISTO =
    "siren,nic,siret,dateFin,dateDebut,etatAdministratifEtablissement,changementEtatAdministratifEtablissement";
  const state = (fin: string, debut: string, etat: string) =>
    `111111111,00011,11111111100011,${fin},${debut},${etat},true`;
  const histo = (...rows: string[]) => readLines("sirene_histo", [HISTO, ...rows]);

  test("a malformed date is an error", async () => {
    const { report } = await histo(state("", "2012-02-30", "A"));
    expect(report).toMatchObject({ rejected: 1, skipped: 0 });
  });

  test("both dates missing: skipped", async () => {
    const { report } = await histo(state("", "", "A"), state("2020-01-01", "", "A"));
    expect(report).toMatchObject({ valid: 1, rejected: 0, skipped: 1 });
  });

  test("a state that is neither A nor F is skipped, null included", async () => {
    const { report } = await histo(state("", "2020-01-01", ""), state("", "2020-01-01", "F"));
    expect(report).toMatchObject({ valid: 1, rejected: 0, skipped: 1 });
  });
});
