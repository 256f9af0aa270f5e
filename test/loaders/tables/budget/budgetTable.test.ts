import { expect, test } from "vitest";
import { type DuckDBConnection, withDuckDB } from "../../../../loaders/duckdb.js";
import type { Manifest } from "../../../../loaders/ingest/manifest.js";
import { budgetTable } from "../../../../loaders/tables/budget/budgetTable.js";
import { engagementsTable } from "../../../../loaders/tables/duties/engagementsTable.js";

const table = (name: string) => ({ table: name }) as Manifest["tables"][number];

function manifest(...names: string[]): Manifest {
  const empty = { files: [], freshness: [] };
  return { batch: "2303", tables: names.map(table), ...empty } as unknown as Manifest;
}

/** One agreement, one startup, two posts over February to April 2023; the batch ends with February. */
async function handMade(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE TABLE clean_conventions AS SELECT 'Test 2023' AS convention, 'signaux-faibles' AS startup,
      'convention' AS instrument, 'A, B' AS parties, DATE '2022-12-13' AS date_signature,
      DATE '2023-01-01' AS date_debut, NULL::DATE AS date_fin, 300.00::DECIMAL(18,2) AS ae,
      330.30::DECIMAL(18,2) AS cp, 30.30::DECIMAL(18,2) AS dont_rap, NULL::DECIMAL(18,2) AS ae_cumul,
      '103' AS programme, '0103-01-01' AS domaine_fonctionnel, 'C2' AS centre_financier,
      '010300000104' AS activite, NULL AS centre_cout, '36' AS axe_ministeriel, 'texte' AS document`);
  await connection.run(`
    CREATE TABLE clean_depenses AS SELECT 'Test 2023' AS convention, 'signaux-faibles' AS startup, *
    FROM (VALUES
      (DATE '2023-02-01', 'Prestations', 'Développeur', 'Prestations externes', 100.10::DECIMAL(18,2), 60.20::DECIMAL(18,2), 100::DECIMAL(18,2), 110.10::DECIMAL(18,2)),
      (DATE '2023-02-01', 'Audit', 'Sécurité', 'Prestations externes', 50.05, 0, 50, 0),
      (DATE '2023-04-01', 'Prestations', 'Développeur', 'Prestations externes', 99, 99, 150, 220.20)
    ) AS t(mois, poste, activite, ressource, ae_engage, cp_paye, ae_prevu, cp_prevu)`);
}

test("months have no hole, and none is spent before it is observed, while forecasts stay", async () => {
  const budget = await withDuckDB(async (connection) => {
    await handMade(connection);
    return budgetTable(connection, manifest("clean_conventions", "clean_depenses"));
  });
  expect(budget.spending).toEqual([
    {
      convention: "Test 2023",
      startup: "signaux-faibles",
      months: ["2023-02", "2023-03", "2023-04"],
      engaged: [150.15, null, null],
      paid: [60.2, null, null],
      engagedForecast: [150, 0, 150],
      paidForecast: [110.1, 0, 220.2],
    },
  ]);
  expect(budget.posts.map(({ post, engaged }) => [post, engaged])).toEqual([
    ["Audit", 50.05],
    ["Prestations", 100.1],
  ]);
  expect(budget.instruments[0]).toMatchObject({
    ae: 300,
    cp: 330.3,
    rap: 30.3,
    activity: "010300000104",
    signed: "2022-12-13",
    end: null,
  });
  expect(budget.checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(budget.publication.last.date).toBe("2023-01-31");
});

test("a batch without agreements nor spending has an empty budget", async () => {
  const budget = await withDuckDB((connection) => budgetTable(connection, manifest()));
  expect(budget).toMatchObject({ instruments: [], spending: [], posts: [], checks: [] });
});

test("lists and payments that the batch does not observe yet prove nothing", async () => {
  const known = await withDuckDB(async (connection) => {
    await handMade(connection);
    await connection.run(`CREATE TABLE clean_listes_detection AS SELECT * FROM
      (VALUES (DATE '2022-12-10'), (DATE '2022-12-10'), (DATE '2023-03-10')) AS t(date_publication)`);
    return engagementsTable(connection, manifest("clean_depenses", "clean_listes_detection"));
  });
  expect(known).toEqual({
    today: "2023-03-01",
    asOf: "2023-02-28",
    lists: ["2022-12-10"],
    sources: {},
    conventions: { "Test 2023": "2023-02" },
    posts: { Audit: "2023-02", Prestations: "2023-02" },
    partners: [],
  });
});
