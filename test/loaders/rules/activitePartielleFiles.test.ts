import { describe, expect, test } from "vitest";
import { MONTHLY_HOURS } from "../../../src/lib/monthlyHours.js";
import { readLines } from "./readLines.js";

const HEADER =
  '"ID_DA","ETAB_SIRET","EFF_ENT","EFF_ETAB","DATE_STATUT","DATE_DEB","DATE_FIN","HTA","MTA","EFF_AUTO","MOTIF_RECOURS_SE","PERIMETRE_AP","S_HEURE_CONSOM_TOT","S_EFF_CONSOM_TOT","S_MONTANT_CONSOM_TOT","RECOURS_ANTERIEUR"';

/** The example of §1.4. */
const EXAMPLE =
  '"f288626887","15756082097503",559.0,0.0,"2012-02-11","2017-08-09",2017-09-09,42078.52,666113.56,99.0,"1","2",48512.0,319.0,689663.3,"3"';

const demande = (...lines: string[]) => readLines("apdemande", [HEADER, ...lines]);

describe("apdemande and apconso: the files (§1.4)", () => {
  test("integers arrive as 559.0, and the last date without quotes", async () => {
    const { rows } = await demande(EXAMPLE);
    expect(rows[0]).toMatchObject({
      eff_ent: 559,
      eff_auto: 99,
      motif_recours_se: 1,
      date_fin: "2017-09-09",
      hta: "42078.52",
      s_heure_consom_tot: "48512.00",
    });
  });

  test("an amount is written with a comma or a dot", async () => {
    const { rows } = await demande(EXAMPLE.replace("666113.56", '"666113,56"'));
    expect(rows[0]!.mta).toBe("666113.56");
  });

  test("blank lines occur and are counted apart", async () => {
    const { report } = await demande(EXAMPLE, "", EXAMPLE);
    expect(report).toMatchObject({ parsed: 2, valid: 2, blank: 1 });
  });

  test("DATE_FIN with 00:00:00, as in the summer of 2025 (064c09ec), is the same day", async () => {
    const { rows } = await demande(EXAMPLE.replace("2017-09-09", '"2017-09-09 00:00:00"'));
    expect(rows[0]!.date_fin).toBe("2017-09-09");
  });

  test("an hour that is not midnight is refused: it would be another format", async () => {
    const { report } = await demande(EXAMPLE.replace("2017-09-09", '"2017-09-09 10:00:00"'));
    expect(report).toMatchObject({ valid: 0, rejected: 1 });
  });

  test("motives go from 1 to 7, another one is refused", async () => {
    const of = (motive: number) => EXAMPLE.replace('"1","2"', `"${motive}","2"`);
    const { report, rows } = await demande(...[0, 1, 6, 7, 8].map(of));
    expect(rows.map(({ motif_recours_se }) => motif_recours_se)).toEqual([1, 6, 7]);
    expect(report).toMatchObject({ valid: 3, rejected: 2 });
  });

  test("the month of apconso is YYYY-MM-DD", async () => {
    const { rows } = await readLines("apconso", [
      '"ID_DA","ETAB_SIRET","HEURES","MONTANTS","EFFECTIFS","MOIS"',
      '"d363954866","61433760225578",311.54,214.0,0.0,"2004-12-01"',
    ]);
    expect(rows[0]).toMatchObject({ heures: "311.54", effectifs: 0, mois: "2004-12-01" });
  });

  test("a full-time month is 151.67 hours (code du travail, L. 3121-27: 35 h × 52 / 12)", () => {
    expect(MONTHLY_HOURS).toBe(151.67);
    expect((35 * 52) / 12).toBeCloseTo(MONTHLY_HOURS, 2);
  });
});
