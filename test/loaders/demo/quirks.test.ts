import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../loaders/demo/demo.js";
import { economy, rowsOf } from "./economy.js";

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** What partners do that a reader must bear (§1.2, §1.5, §1.6). */
describe("quirks of the files", () => {
  let summary: DemoSummary;
  let dues: Rows;
  beforeAll(async () => {
    summary = await economy({ companies: 1200, months: 72, seed: 4 });
    dues = await rowsOf(summary, "cotisation");
  }, 60_000);

  it("pseudo-SIRETs have a NIC that begins with 5, 6, 7 or 9, and no établissement in Sirene", async () => {
    const known = new Set((await rowsOf(summary, "sirene")).map(({ siret }) => siret));
    const unknown = dues.filter(({ Siret }) => /^\d{14}$/.test(Siret!) && !known.has(Siret));
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.length / dues.length).toBeLessThan(0.02);
    for (const { Siret } of unknown) expect(Siret![9]).toMatch(/[5679]/);
  });

  it("provisional SIRETs have a letter, and are a few lines in ten thousand", () => {
    const provisional = dues.filter(({ Siret }) => /[A-Z]/.test(Siret!));
    expect(provisional.length).toBeGreaterThan(0);
    expect(provisional.length / dues.length).toBeLessThan(0.002);
  });

  it("the Banque de France sends Bourgogne-Franche-Comté only, closings of 2013 to 2017, in both languages", async () => {
    const rows = await rowsOf(summary, "bdf");
    const departements = new Set(rows.map(({ CP }) => CP!.slice(0, 2)));
    const region = ["21", "25", "39", "58", "70", "71", "89", "90"];
    for (const departement of departements) expect(region).toContain(departement);
    const names = rows.map(({ ARRETE_BILAN }) => ARRETE_BILAN!.slice(2, 5));
    expect(names.some((name) => ["AVR", "AOU", "FEV"].includes(name))).toBe(true);
    expect(names.some((name) => ["APR", "AUG", "FEB"].includes(name))).toBe(true);
    for (const { ANNEE, ARRETE_BILAN } of rows) {
      expect(Number(ANNEE)).toBe(Number(ARRETE_BILAN!.slice(5)) + 1);
    }
  });

  it("Altares knows three companies in four and nothing after August 2025", async () => {
    const stock = await rowsOf(summary, "paydex_stock");
    const sirens = new Set((await rowsOf(summary, "paydex")).map(({ SIREN }) => SIREN));
    expect(sirens.size / summary.headlines.companies).toBeGreaterThan(0.65);
    expect(sirens.size / summary.headlines.companies).toBeLessThan(0.8);
    for (const { DATE_VALEUR } of stock) expect(DATE_VALEUR).toBe("31/08/2025");
    const dates = (await rowsOf(summary, "paydex")).map(({ DATE_VALEUR }) =>
      DATE_VALEUR!.split("/").reverse().join("-"),
    );
    expect(dates.sort().at(-1)).toBe("2025-07-15");
  });

  it("payments are later in companies that fail", async () => {
    const failing = new Set((await rowsOf(summary, "procol")).map(({ Siren }) => Siren));
    const rows = await rowsOf(summary, "paydex");
    const mean = (kept: Rows): number =>
      kept.reduce((sum, { NB_JOURS }) => sum + Number(NB_JOURS), 0) / kept.length;
    const late = mean(rows.filter(({ SIREN }) => failing.has(SIREN)));
    expect(late).toBeGreaterThan(1.5 * mean(rows.filter(({ SIREN }) => !failing.has(SIREN))));
  });

  it("only simplified accounts are partly confidential (art. L232-25 code de commerce)", async () => {
    const partly = (await rowsOf(summary, "ratios_inpi")).filter(
      ({ confidentiality }) => confidentiality !== "Public",
    );
    expect(partly.length).toBeGreaterThan(0);
    for (const { type_bilan } of partly) expect(type_bilan).toBe("S");
  });

  it("tells rows apart by the keys the sources declare", async () => {
    const keys = {
      paydex: ["SIREN", "DATE_VALEUR"],
      paydex_stock: ["SIREN"],
      bdf: ["D1", "ARRETE_BILAN"],
      mises_en_relation: ["Id de la mise en relation"],
      journal_usage: ["date_action", "utilisateur", "action", "siren", "list_name"],
      listes_detection: ["list_name", "siren"],
      evaluations_liste: ["siren", "list_name", "user_segment", "created_at"],
      accompagnements: ["tracking_id", "date_evenement"],
      conventions: ["convention", "startup"],
      depenses: ["convention", "startup", "mois", "poste"],
    } as const;
    for (const [source, columns] of Object.entries(keys)) {
      const rows = await rowsOf(summary, source as keyof typeof keys);
      const distinct = new Set(rows.map((row) => columns.map((column) => row[column]).join("|")));
      expect([source, distinct.size]).toEqual([source, rows.length]);
    }
  });
});
