import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../../../loaders/sources/layouts.js";
import { readLines } from "./readLines.js";

describe("bdf: ratios of the Banque de France (§1.6)", () => {
  const HEADER =
    "D1;ANNEE;ARRETE_BILAN;DENOM;CP;REGION;SECTEUR;POIDS_FRNG;TX_MARGE;DELAI_FRS;POIDS_DFISC_SOC;POIDS_FIN_CT;POIDS_FRAIS_FIN";
  const row = (siren: string, closing: string) =>
    `${siren};2013;${closing};SOCIETE;87000;NOUVELLE-AQUITAINE;01 Industrie et Transports (Hors TRM);-37.5;-63.1;88.5;561.0;5.2;-9.4`;

  test("a SIREN is written with spaces, a ratio may be negative", async () => {
    const { rows } = await readLines("bdf", [HEADER, row("000 111 222", "31DEC2012")]);
    expect(rows[0]).toMatchObject({
      d1: "000111222",
      arrete_bilan: "2012-12-31",
      poids_frng: -37.5,
      poids_frais_fin: -9.4,
    });
  });

  test("months are French or English", async () => {
    const closings = ["28FEV2013", "28FEB2013", "31AOU2013", "31AUG2013"];
    const lines = [HEADER, ...closings.map((closing) => row("000 111 222", closing))];
    const { rows } = await readLines("bdf", lines);
    expect(rows.map(({ arrete_bilan }) => arrete_bilan)).toEqual([
      "2013-02-28",
      "2013-02-28",
      "2013-08-31",
      "2013-08-31",
    ]);
  });
});

describe("paydex: payment delays of Altares (§1.6)", () => {
  test("the first layout: days and a DD/MM/YYYY date; 01/15/2019 is rejected (golden)", async () => {
    const { report, rows } = await readLines("paydex", [
      "SIREN;NB_JOURS;NB_JOURS_LIB;DATE_VALEUR",
      "000000001;2;2 jours;15/12/2018",
      "000000001;2;2 jours;01/15/2019",
    ]);
    expect(rows).toMatchObject([{ nb_jours: 2, date_valeur: "2018-12-15" }]);
    expect(report).toMatchObject({ parsed: 2, valid: 1, rejected: 1 });
  });

  test("the second layout: code 000 is 180 days late, and no lateness is more", async () => {
    const header =
      "SIREN;ETAT_ORGANISATION;CODE_PAYDEX;PAYDEX;NBR_JRS_RETARD;NBR_FOURNISSEURS;ENCOURS_ETUDIES;NBR_EXPERIENCES_PAIEMENT;NOTE100_ALERTEUR_PLUS_30;NOTE100_ALERTEUR_PLUS_90_JOURS;DATE_VALEUR";
    const row = (days: number) =>
      `000000001;Active;000;180 jours de retard;${days};4;1000,50;12;30;10;15/12/2018`;
    const { report, rows } = await readLines("paydex_stock", [header, row(180), row(181)]);
    expect(rows).toMatchObject([{ code_paydex: "000", nbr_jrs_retard: 180 }]);
    expect(report).toMatchObject({ valid: 1, rejected: 1 });
  });
});

describe("ratios_inpi: open financial ratios (§1.6)", () => {
  test("a closing date is YYYYMMDD; a type of accounts is K, C or S", async () => {
    const { header } = LAYOUTS.ratios_inpi;
    const row = (type: string) => {
      const cells = { siren: "111111111", date_cloture_exercice: "20231231", type_bilan: type };
      return header.map((label) => cells[label as keyof typeof cells] ?? "").join(";");
    };
    const { report, rows } = await readLines("ratios_inpi", [header.join(";"), row("K"), row("X")]);
    expect(rows).toMatchObject([{ date_cloture_exercice: "2023-12-31", type_bilan: "K" }]);
    expect(report).toMatchObject({ valid: 1, rejected: 1 });
  });
});
