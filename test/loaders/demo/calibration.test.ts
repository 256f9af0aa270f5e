import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../loaders/demo/demo.js";
import { economy, rowsOf } from "./economy.js";

/** Published orders of magnitude; bounds leave room for 500 companies. */
describe("the simulated economy", () => {
  let summary: DemoSummary;
  beforeAll(async () => {
    summary = await economy({ companies: 500, months: 96, seed: 1 });
  });

  it("has 2 to 5 % of companies failing within 18 months (Signaux Faibles: 1.8 to 3.3 %)", () => {
    expect(summary.headlines.failingWithin18Months).toBeGreaterThan(0.015);
    expect(summary.headlines.failingWithin18Months).toBeLessThan(0.05);
  });

  it("owes nothing to the Urssaf in about 80 % of company-months", () => {
    expect(summary.headlines.zeroDebt).toBeGreaterThan(0.74);
    expect(summary.headlines.zeroDebt).toBeLessThan(0.86);
  });

  it("sees debts before proceedings more often than not, and failures without any", () => {
    const { indebtedBeforeOpening, zeroDebt } = summary.headlines;
    expect(indebtedBeforeOpening).toBeGreaterThan(0.5);
    expect(indebtedBeforeOpening).toBeLessThan(0.95);
    expect(indebtedBeforeOpening).toBeGreaterThan(2 * (1 - zeroDebt));
  });

  it("has payment plans approved at 77 % and motive 5 in most requests of 2019-2021", () => {
    expect(summary.headlines.plansApproved).toBeGreaterThan(0.7);
    expect(summary.headlines.plansApproved).toBeLessThan(0.84);
    expect(summary.headlines.covidMotive).toBeGreaterThan(0.75);
    expect(summary.headlines.covidMotive).toBeLessThan(0.97);
  });

  it("consumes most short-time work in April 2020, and far more in the lockdowns than ever since", async () => {
    const hours = new Map<string, number>();
    for (const { MOIS, HEURES } of await rowsOf(summary, "apconso")) {
      hours.set(MOIS!, (hours.get(MOIS!) ?? 0) + Number(HEURES));
    }
    const peak = [...hours].sort(([, a], [, b]) => b - a)[0]!;
    expect(peak[0]).toBe("2020-04-01");
    expect(hours.get("2021-04-01")!).toBeGreaterThan(5 * (hours.get("2024-04-01") ?? 0));
  });

  it("has a heavy tail of headcounts: a tenth of companies employ most of the staff", async () => {
    const rows = await rowsOf(summary, "effectif_ent");
    const sizes = rows.map((row) => Number(row.eff202631)).filter((n) => n > 0);
    sizes.sort((a, b) => b - a);
    const total = sizes.reduce((sum, n) => sum + n, 0);
    const top = sizes.slice(0, sizes.length / 10).reduce((sum, n) => sum + n, 0);
    expect(top / total).toBeGreaterThan(0.5);
    expect(sizes[Math.floor(sizes.length / 2)]!).toBeLessThan(40);
  });

  it("leaves work to the perimeter: small companies and public bodies", async () => {
    const rows = await rowsOf(summary, "effectif_ent");
    const small = rows.filter((row) =>
      Object.entries(row).every(([name, n]) => !name.startsWith("eff") || Number(n) < 10),
    );
    expect(small.length / rows.length).toBeGreaterThan(0.05);
    expect(small.length / rows.length).toBeLessThan(0.3);
    const units = await rowsOf(summary, "sirene_ul");
    expect(units.some((unit) => unit.categorieJuridiqueUniteLegale!.startsWith("7"))).toBe(true);
    expect(units.some((unit) => unit.nomUniteLegale && unit.prenom1UniteLegale)).toBe(true);
  });

  it("sums the headcounts of sites to that of the company, where no cell is missing", async () => {
    const column = "eff202512";
    const sites = new Map<string, { sum: number; whole: boolean }>();
    for (const row of await rowsOf(summary, "effectif")) {
      const siren = row.siret!.slice(0, 9);
      const entry = sites.get(siren) ?? { sum: 0, whole: true };
      sites.set(siren, { sum: entry.sum + Number(row[column]), whole: entry.whole });
    }
    const rows = (await rowsOf(summary, "effectif_ent")).filter((row) => row[column] !== "");
    const equal = rows.filter((row) => sites.get(row.siren!)?.sum === Number(row[column]));
    expect(equal.length / rows.length).toBeGreaterThan(0.95);
  });
});
