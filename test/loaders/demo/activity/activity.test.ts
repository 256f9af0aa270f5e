import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../../loaders/demo/demo.js";
import { economy, rowsOf } from "../economy.js";

type Rows = Awaited<ReturnType<typeof rowsOf>>;

const share = (rows: Rows, kept: (row: Rows[number]) => boolean): number =>
  rows.filter(kept).length / rows.length;

/** 1,500 companies over 64 months, all the lists since the first: bounds leave room for chance. */
describe("the activity of the service", () => {
  let summary: DemoSummary;
  let lists: Rows;
  let ratings: Rows;
  let followUps: Rows;
  let usage: Rows;
  let openings: Map<string, string>;

  beforeAll(async () => {
    summary = await economy({ companies: 1500, months: 64, seed: 3 });
    lists = await rowsOf(summary, "listes_detection");
    ratings = await rowsOf(summary, "evaluations_liste");
    followUps = await rowsOf(summary, "accompagnements");
    usage = await rowsOf(summary, "journal_usage");
    openings = new Map();
    for (const { Siren, Dt_effet, Lib_actx_stdx } of await rowsOf(summary, "procol")) {
      if (Lib_actx_stdx!.startsWith("Ouverture") && !openings.has(Siren!))
        openings.set(Siren!, isoOf(Dt_effet!));
    }
  }, 60_000);

  it("publishes four lists a year of 9 to 20 % of companies (31,174 to 69,932 of 350,000, §4.8)", () => {
    const names = new Set(lists.map(({ list_name }) => list_name));
    expect(names.size).toBe(22);
    const mean = lists.length / names.size / summary.headlines.atLeastTen;
    expect(mean).toBeGreaterThan(0.09);
    expect(mean).toBeLessThan(0.2);
  });

  it("puts a quarter to two fifths of them at high risk (3 and 6 % of companies in September 2021, §4.4)", () => {
    const high = share(lists, ({ alert }) => alert === "Alerte seuil F1");
    expect(high).toBeGreaterThan(0.22);
    expect(high).toBeLessThan(0.42);
    for (const { score, alert } of lists) {
      expect(Number(score) >= 88).toBe(alert === "Alerte seuil F1");
    }
  });

  it("calls first alert a company on no former list, or from moderate to high", () => {
    const worst = new Map<string, string>();
    for (const { siren, alert, premiere_alerte } of lists) {
      const before = worst.get(siren!);
      const rises = before === "Alerte seuil F2" && alert === "Alerte seuil F1";
      expect(premiere_alerte).toBe(`${before === undefined || rises}`);
      if (before === undefined || rises) worst.set(siren!, alert!);
    }
  });

  it("detects: companies on a list fail more often in the 18 months after it than at large", () => {
    const known = lists.filter(({ date_publication }) => date_publication! < "2025-03-31");
    const fails = share(known, ({ siren, date_publication }) => {
      const opening = openings.get(siren!);
      return (
        opening !== undefined && opening > date_publication! && opening < later(date_publication!)
      );
    });
    expect(fails).toBeGreaterThan(2 * summary.headlines.failingWithin18Months);
  });

  it("rates only companies that were on the list, after it came out", () => {
    const published = new Map(
      lists.map((row) => [`${row.siren} ${row.list_name}`, row.date_publication!]),
    );
    expect(ratings.length).toBeGreaterThan(10);
    for (const { siren, list_name, created_at } of ratings) {
      const date = published.get(`${siren} ${list_name}`);
      expect(date).toBeDefined();
      expect(created_at! > date!).toBe(true);
    }
  });

  it("finds most detections useful, not all", () => {
    const useful = share(ratings, ({ useful }) => useful === "true");
    expect(useful).toBeGreaterThan(0.35);
    expect(useful).toBeLessThan(0.9);
  });

  it("opens each rated sheet before the rating, by the same agent", () => {
    const sheets = new Map<string, string>();
    for (const { action, siren, user_email, date_action } of usage) {
      const key = `${siren} ${user_email} ${date_action!.slice(0, 10)}`;
      if (action === "fiche") sheets.set(key, date_action!);
    }
    for (const { siren, user_email, created_at } of ratings) {
      const opened = sheets.get(`${siren} ${user_email} ${created_at!.slice(0, 10)}`);
      expect(opened).toBeDefined();
      expect(opened! < created_at!).toBe(true);
    }
  });

  it("opens a follow-up after a list or a request to the CCSF only", async () => {
    const requests = new Set<string>();
    for (const { Siret, Code_externe_stade } of await rowsOf(summary, "ccsf")) {
      if (Code_externe_stade === "DEBUT") requests.add(Siret!.slice(0, 9));
    }
    const firstList = new Map<string, string>();
    for (const { siren, date_publication } of lists) {
      if (!firstList.has(siren!)) firstList.set(siren!, date_publication!);
    }
    for (const { siret, date_evenement } of openingsOf(followUps)) {
      const siren = siret!.slice(0, 9);
      const listed = firstList.get(siren);
      const afterList = listed !== undefined && listed < date_evenement!;
      expect(afterList || requests.has(siren)).toBe(true);
    }
  });

  it("follows about 0.4 % of companies a year (700 a half-year for 350,000, beta.gouv.fr 2026)", () => {
    const perYear = openingsOf(followUps).length / (64 / 12) / summary.headlines.companies;
    expect(perYear).toBeGreaterThan(0.002);
    expect(perYear).toBeLessThan(0.007);
  });

  it("has at most one follow-up running per SIRET, and none that goes on once completed", () => {
    const running = new Map<string, string>();
    for (const { siret, tracking_id, state } of followUps) {
      const current = running.get(siret!);
      if (current !== undefined) expect(tracking_id).toBe(current);
      if (state === "completed") running.delete(siret!);
      else running.set(siret!, tracking_id!);
    }
  });

  it("keeps the events of a follow-up in order", () => {
    const last = new Map<string, string>();
    for (const { tracking_id, date_evenement } of followUps) {
      const before = last.get(tracking_id!);
      if (before !== undefined) expect(date_evenement! > before).toBe(true);
      last.set(tracking_id!, date_evenement!);
    }
  });

  it("counts in each export the companies of the département on the list", async () => {
    const exports = usage.filter(({ action }) => action === "export");
    expect(exports.length).toBeGreaterThan(100);
    for (const { list_name, results_count } of exports) {
      const onList = lists.filter((row) => row.list_name === list_name).length;
      expect(Number(results_count)).toBeGreaterThan(0);
      expect(Number(results_count)).toBeLessThanOrEqual(onList);
    }
  });
});

/** First event of each follow-up. */
function openingsOf(rows: Rows): Rows {
  const seen = new Set<string>();
  return rows.filter(({ tracking_id }) => {
    if (seen.has(tracking_id!)) return false;
    seen.add(tracking_id!);
    return true;
  });
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

/** `26MAY2014` as `2014-05-26`. */
const isoOf = (date: string): string =>
  `${date.slice(5)}-${String(MONTHS.indexOf(date.slice(2, 5)) + 1).padStart(2, "0")}-${date.slice(0, 2)}`;

/** The same day eighteen months later. */
function later(date: string): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + 18;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}${date.slice(7)}`;
}
