import { describe, expect, test } from "vitest";
import { readLines } from "./readLines.js";

const DELAI =
  "Urssaf_gestion;Dep;Siret;Numero_compte_externe;Numero_structure;Date_creation;Date_echeance;Duree_delai;Denomination_premiere_ligne;Indic_6M;Annee_creation;Montant_global_echeancier;Code_externe_stade;Code_externe_action";

const delai = (days: string, amount: string): string =>
  `152;75;11111111100011;111;222;24/03/2021;28/09/2021;${days};NOM;SUP;2021;${amount};APPROB;SUR PO`;

const CCSF =
  "Urssaf_gestion;Dep;Siret;Compte;Date_de_traitement;Code_externe_stade;Code_externe_action";

const ccsf = (stage: string, action = "CCSF"): string =>
  `152;75;00000000000000;111982477292496174;1180130;${stage};${action}`;

describe("delai (§1.2)", () => {
  test("dates are DD/MM/YYYY, the amount is in euros", async () => {
    const { rows } = await readLines("delai", [DELAI, delai("188", "5697.00")]);
    expect(rows[0]).toMatchObject({
      date_creation: "2021-03-24",
      date_echeance: "2021-09-28",
      duree_delai: 188,
      indic_6m: "SUP",
      montant_global_echeancier: "5697.00",
      code_externe_stade: "APPROB",
      code_externe_action: "SUR PO",
    });
  });

  test("a schedule of no day or of no amount is refused (validation schema of delai)", async () => {
    const lines = [DELAI, delai("0", "5697.00"), delai("188", "0.00")];
    const { report } = await readLines("delai", lines);
    expect(report).toMatchObject({ valid: 0, rejected: 2 });
  });
});

describe("ccsf (§1.2)", () => {
  test("the five stages are read, the date being (A)AAMMJJ", async () => {
    const stages = ["DEBUT", "REFUS", "APPROB", "FIN", "REJ"];
    const { rows } = await readLines("ccsf", [CCSF, ...stages.map((stage) => ccsf(stage))]);
    expect(rows.map(({ code_externe_stade }) => code_externe_stade)).toEqual(stages);
    expect(rows[0]!.date_de_traitement).toBe("2018-01-30");
  });

  test("another stage, or another action than CCSF, is refused", async () => {
    const { report } = await readLines("ccsf", [CCSF, ccsf("SUITE"), ccsf("DEBUT", "SUR PO")]);
    expect(report).toMatchObject({ valid: 0, rejected: 2 });
  });
});
