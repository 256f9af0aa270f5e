import loadHighs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { withDuckDB } from "../../../../loaders/duckdb.js";
import { completeActivity } from "../../../../loaders/tables/impact/activityTables.js";
import { impactTable } from "../../../../loaders/tables/impact/impactTable.js";
import {
  type ImpactTable,
  unitCosts,
  usefulInterval,
  usefulShare,
} from "../../../../src/lib/impact/impactTable.js";

/** Instant, agent, partner, département, action, company. */
const JOURNAL = [
  ["2025-02-03 09:00", "a", "dge", "35", "connexion", null],
  ["2025-02-04 09:00", "b", "dgfip", "35", "fiche", "1"],
  ["2025-02-05 09:00", "c", "dge", "44", "fiche", "2"],
  ["2025-02-05 10:00", "c", "dge", "44", "recherche", null],
  ["2025-03-20 09:00", "a", "dge", "35", "fiche", "1"],
  ["2025-03-21 09:00", "b", "dgfip", "35", "export", null],
  ["2025-03-22 09:00", "d", "autre", null, "fiche", "9"],
  // Two agents: a month that is hidden.
  ["2025-04-02 09:00", "a", "dge", "35", "fiche", "3"],
  ["2025-04-02 10:00", "b", "dgfip", "35", "connexion", null],
  ...["e", "f", "g"].flatMap((agent) => [
    ["2025-07-01 09:00", agent, "dge", "75", "connexion", null],
    ["2025-08-01 09:00", agent, "dge", "75", "connexion", null],
  ]),
  ...["h", "i", "j"].flatMap((agent) => [
    ["2025-07-01 09:00", agent, "dgfip", "69", "connexion", null],
    ["2025-10-01 09:00", agent, "dgfip", "69", "connexion", null],
  ]),
  // After the end of the batch.
  ["2026-03-02 10:00", "b", "dgfip", "35", "fiche", "4"],
] as const;

/** List, day, company, alert, first alert. Companies are numbers here: identifiers have no part in this. */
const LISTS = [
  ["Janvier 2025", "2025-01-31", "1", "Alerte seuil F1", true],
  ["Janvier 2025", "2025-01-31", "2", "Alerte seuil F2", true],
  ["Janvier 2025", "2025-01-31", "3", "Alerte seuil F2", true],
  ["Janvier 2025", "2025-01-31", "4", "Alerte seuil F2", true],
  ["Janvier 2025", "2025-01-31", "5", "Pas d'alerte", false],
  ["Janvier 2025", "2025-01-31", "11", "Alerte seuil F1", true],
  ["Janvier 2025", "2025-01-31", "12", "Alerte seuil F1", true],
  ["Janvier 2025", "2025-01-31", "13", "Alerte seuil F2", true],
  ["Janvier 2025", "2025-01-31", "14", "Alerte seuil F2", true],
  ["Janvier 2025", "2025-01-31", "15", "Alerte seuil F2", true],
  ["Janvier 2026", "2026-01-31", "1", "Alerte seuil F1", false],
  ["Janvier 2026", "2026-01-31", "6", "Alerte seuil F1", true],
] as const;

/** Number, company, start, end, state, criticality, redirection, département. */
const FOLLOW_UPS = [
  ["t1", "1", "2025-02-10", "2025-08-10", "completed", "rouge", null, "35"],
  ["t2", "2", "2025-03-02", null, "in_progress", "orange", "CCSF|CIRI", "35"],
  ["t3", "3", "2025-03-02", null, "in_progress", "orange", "CCSF", "35"],
  ["t4", "4", "2025-04-01", null, "in_progress", "rouge", "CCSF", "44"],
  // Not on a list above a threshold; not within 183 days; before the list.
  ["t5", "5", "2025-03-02", null, "in_progress", "rouge", null, "44"],
  ["t6", "2", "2025-09-01", null, "in_progress", "orange", null, "44"],
  ["t7", "1", "2025-01-15", "2025-02-01", "completed", "vert", null, "29"],
] as const;

const RATINGS = [
  ["1", true, "suivi_engage", "2025-03-01"],
  ["2", true, "suivi_engage", "2025-03-01"],
  ["3", true, "contact_pris", "2025-04-01"],
  ["4", true, "suivi_engage", "2025-05-01"],
  ["5", false, "hors_champ", "2025-06-01"],
  ["6", false, "hors_champ", "2025-06-01"],
  ["7", false, "hors_champ", "2025-07-01"],
] as const;

const SPENDING = [
  ["signaux-faibles", "2025-01-01", 30000],
  ["signaux-faibles", "2025-07-01", 6000],
  ["place-des-entreprises", "2025-01-01", 99000],
] as const;

const values = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((row) =>
      row.map((one) => (typeof one === "string" ? `'${one.replaceAll("'", "''")}'` : String(one))),
    )
    .map((row) => `(${row.join(", ")})`)
    .join(", ");

let table: ImpactTable;

/** Batch 2603: the months up to February 2026 are observed. */
beforeAll(async () => {
  const highs = await loadHighs();
  table = await withDuckDB(async (connection) => {
    const tables = [
      "clean_journal_usage",
      "clean_evaluations_liste",
      "clean_accompagnements",
      "clean_listes_detection",
      "clean_depenses",
    ].map((name) => ({ table: name }));
    await completeActivity(connection, { tables: [] });
    const insert = (name: string, columns: string, rows: readonly (readonly unknown[])[]) =>
      connection.run(`INSERT INTO ${name} (${columns}) VALUES ${values(rows)}`);
    await insert(
      "clean_journal_usage",
      "date_action, utilisateur, segment, zone, action, siren",
      JOURNAL,
    );
    await insert(
      "clean_listes_detection",
      "list_name, date_publication, siren, alert, premiere_alerte",
      LISTS,
    );
    await insert(
      "clean_accompagnements",
      "tracking_id, siren, date_debut, date_fin, state, criticite, reorientation_codefi, departement",
      FOLLOW_UPS,
    );
    await insert("clean_evaluations_liste", "siren, useful, reason, created_at", RATINGS);
    await insert("clean_depenses", "startup, mois, cp_paye", SPENDING);
    return impactTable(connection, { batch: "2603", tables } as never, highs);
  });
});

const at = (id: keyof ImpactTable["series"], month: string) =>
  table.series[id][table.months.indexOf(month)];

describe("impactTable", () => {
  test("months go from the first thing recorded to the last month observed", () => {
    // The first follow-up starts in January 2025.
    expect([table.months[0], table.months.at(-1), table.months.length]).toEqual([
      "2025-01",
      "2026-02",
      14,
    ]);
  });

  test("active agents are distinct, and a month of one or two is hidden with what they did", () => {
    // February 2025: a, b, c. March: a, b, d. April: a, b.
    expect(
      ["2025-01", "2025-02", "2025-03", "2025-04"].map((m) => at("utilisateurs_actifs", m)),
    ).toEqual([0, 3, 3, "s"]);
    expect(at("fiches_consultees", "2025-02")).toBe(2);
    expect([at("recherches", "2025-02"), at("exports", "2025-03")]).toEqual([1, 1]);
    expect(at("fiches_consultees", "2025-04")).toBe("s");
  });

  test("fidelity is the share of the agents of the month before who came back", () => {
    // March: a and b of a, b, c. April: a and b of a, b, d.
    // Two who came back, one who did not: too few to be told.
    expect(at("fidelite", "2025-03")).toBe("s");
    expect(at("fidelite", "2025-02")).toBeNull();
    // May: none of the two agents of April. August: e, f, g of the six of July.
    expect(at("fidelite", "2025-05")).toBe("s");
    expect(at("fidelite", "2025-08")).toBe(50);
    // June: none of the three of March. October: h, i, j of the six of July.
    expect(at("fidelite_3m", "2025-06")).toBe(0);
    expect(at("fidelite_3m", "2025-10")).toBe(50);
  });

  test("companies followed after a list: distinct, listed above a threshold, within 183 days", () => {
    // 1, 2, 3 and 4; not 5 (below), not the second follow-up of 2 (213 days), not that of 1 before its list.
    expect(at("entreprises_accompagnees_12m", "2025-11")).toBeNull();
    expect(at("entreprises_accompagnees_12m", "2025-12")).toBe(4);
    expect(at("entreprises_accompagnees_12m", "2026-01")).toBe(4);
    // March 2025 to February 2026: 2, 3 and 4.
    expect(at("entreprises_accompagnees_12m", "2026-02")).toBe(3);
  });

  test("follow-ups over twelve months, and the stock at the end of a month", () => {
    // Started from January to December 2025: seven; ended: t1 and t7, which are two, hidden.
    expect(at("suivis_ouverts_12m", "2025-12")).toBe(7);
    expect(at("suivis_termines_12m", "2025-12")).toBe("s");
    // End of March 2025: t1, t2, t3, t5 (t4 starts in April, t7 ended in February).
    expect(at("suivis_en_cours", "2025-03")).toBe(4);
    expect(at("suivis_en_cours", "2026-02")).toBe(5);
  });

  test("the indicator of the API is that of the twelve months to the last day of each period", () => {
    // From one year after the first follow-up that counts, 10 February 2025.
    expect(table.northStar.month).toEqual([{ date: "2026-02-28", value: 3 }]);
    expect(table.northStar.week.slice(0, 2)).toEqual([
      { date: "2026-02-15", value: 3 },
      { date: "2026-02-22", value: 3 },
    ]);
    expect(table.northStar.year).toEqual([]);
  });

  test("a list counts its companies above a threshold, those read in 92 days, those followed in 183", () => {
    const [first, last] = table.lists;
    // Read: 1 (4 February), 2 (5 February), 3 (2 April, day 61); followed: 1, 2, 3, 4.
    expect(first).toEqual({
      name: "Janvier 2025",
      published: "2025-01-31",
      companies: 9,
      fort: 3,
      modere: 6,
      firstAlerts: 9,
      read: (100 * 3) / 9,
      followed: 4,
      readDone: true,
      followedDone: true,
    });
    // Two companies, both above the highest threshold.
    expect(last).toMatchObject({
      companies: "s",
      fort: "s",
      modere: "s",
      firstAlerts: "s",
      read: "s",
      readDone: false,
      followedDone: false,
    });
  });

  test("a quarter counts its agents, their départements, and the partners but for the team", () => {
    // a, b, c, d; 35 and 44; dge and dgfip.
    expect(table.quarters[0]).toEqual({
      quarter: "2025-T1",
      users: 4,
      departements: 2,
      partners: 2,
    });
    expect(table.quarters[1]?.users).toBe("s");
  });

  test("agents by partner add up to those of the quarter, and one or two are hidden", () => {
    // First quarter of 2025: a and c of the dge, b of the dgfip, d of the team: 2, 1 and 1 of 4.
    expect(table.partners.map(({ segment }) => segment)).toEqual(["autre", "dge", "dgfip"]);
    expect(table.partners.map(({ users }) => users[0])).toEqual(["s", "s", "s"]);
    // Third quarter: e, f, g of the dge and h, i, j of the dgfip.
    expect(table.partners.map(({ users }) => users[2])).toEqual([0, 3, 3]);
    expect(table.quarters[2]).toEqual({
      quarter: "2025-T3",
      users: 6,
      departements: 2,
      partners: 2,
    });
  });

  test("useful share, delays and costs are those of the year", () => {
    const year = table.years.find((one) => one.year === 2025)!;
    expect([year.useful, year.useless]).toEqual([4, 3]);
    expect(usefulShare(year)).toBeCloseTo(400 / 7, 10);
    // Wilson's interval of 4 of 7, z = 1.96: (4 + 1.92) / 10.84 ± 1.96 / 10.84 × √(12 / 7 + 0.96).
    const [low, high] = usefulInterval(year)!;
    expect([low, high].map((one) => Math.round(one))).toEqual([25, 84]);
    // Days to the first sheet of companies 1, 2, 3: 4, 5, 61.
    expect(year.readDays).toEqual({ companies: 3, q25: 4.5, median: 5, q75: 33 });
    // To the first follow-up of 1, 2, 3, 4: 10, 30, 30, 60.
    expect(year.followedDays).toEqual({ companies: 4, q25: 25, median: 30, q75: 37.5 });
    expect(year.paid).toBe(36000);
    // Months with agents: 3, 3, 2, 6, 3 and 3, 3.3 rounded; the year of the journal is not whole, so it has no cost.
    expect(year.meanUsers).toBe(3);
    expect(unitCosts(year)).toEqual({ byUser: null, byUseful: null });
    expect(unitCosts({ ...year, whole: true })).toEqual({
      byUser: 36000 / 3,
      byUseful: 9000,
    });
  });

  test("follow-ups by place: a département of one is hidden, and what would give it away", () => {
    // Bretagne: 35 has three, 29 one; Pays de la Loire: 44 has three.
    const { regions, departements } = table.followUps;
    expect(regions).toEqual([
      { code: "52", name: "Pays de la Loire", started: 3 },
      { code: "53", name: "Bretagne", started: 4 },
    ]);
    expect(departements.filter(({ started }) => started === "s").map(({ code }) => code)).toEqual([
      "29",
      "35",
    ]);
  });

  test("redirections count once for each body, over the last twelve months", () => {
    // March 2025 to February 2026: t2 (CCSF, CIRI), t3, t4 (CCSF), t5 and t6 (none): 3, 1, 2.
    expect(table.followUps.redirections.map(({ kind }) => kind)).toEqual(["", "CCSF", "CIRI"]);
    expect(table.followUps.redirections.map(({ count }) => count)).toContain("s");
  });
});

test("a batch without any activity has an empty table", async () => {
  const highs = await loadHighs();
  const empty = await withDuckDB((connection) =>
    impactTable(connection, { batch: "2603", tables: [] } as never, highs),
  );
  expect(empty).toMatchObject({ months: [], lists: [], quarters: [], years: [], reasons: [] });
});
