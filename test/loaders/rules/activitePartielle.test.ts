import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

const SIRET = "11111111100011";

function request(from: string, to: string, hours: number, motive = 1) {
  return { etab_siret: SIRET, date_deb: from, date_fin: to, hta: hours, motif_recours_se: motive };
}

function use(month: string, hours: number | null) {
  return { etab_siret: SIRET, mois: month, heures: hours };
}

describe("clean_ap (§1.4)", () => {
  test("counts a request in full at each month of its span", async () => {
    const rows = await cleaned("clean_ap", {
      apdemande: [request("2026-01-31", "2026-03-01", 303.34)],
    });
    expect(rows.map(({ periode, etp_autorise }) => [periode, etp_autorise])).toEqual([
      ["2026-01-01", 2],
      ["2026-02-01", 2],
      ["2026-03-01", 2],
    ]);
  });

  test("adds up concurrent requests and joins their motives", async () => {
    const [row] = await cleaned("clean_ap", {
      apdemande: [
        request("2026-01-05", "2026-01-20", 151.67, 6),
        request("2026-01-10", "2026-01-31", 151.67, 1),
        request("2026-01-11", "2026-01-31", 151.67, 1),
      ],
    });
    expect(row).toMatchObject({
      etp_autorise: 3,
      etp_consomme: 0,
      motif_recours: "Conjoncture économique; Motif inconnu",
    });
  });

  test("marks the last month with consumption, not the last month requested", async () => {
    const rows = await cleaned("clean_ap", {
      apdemande: [request("2026-08-01", "2026-12-31", 151.67)],
      apconso: [use("2026-08-01", 151.67), use("2026-09-01", null)],
    });
    expect(rows.filter(({ is_last }) => is_last).map(({ periode }) => periode)).toEqual([
      "2026-09-01",
    ]);
    expect(rows.map(({ etp_consomme }) => etp_consomme)).toEqual([1, 0, 0, 0, 0]);
  });
});
