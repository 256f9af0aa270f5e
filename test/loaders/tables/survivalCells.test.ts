import { expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { type SurvivalCell, survivalCells } from "../../../loaders/tables/survivalCells.js";
import { createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore } from "./companies.js";

const A = "000000001";
const B = "000000002";
const C = "000000003";
const D = "000000004";
const MONTHS = monthsBefore(81);

/** From January 2020 to September 2026, four companies of which two in one sector and région. */
async function cells(...judgments: string[]): Promise<SurvivalCell[]> {
  return withDuckDB(async (connection) => {
    const companies = [`('${A}', '53', '47.11A')`, `('${B}', '53', '45.20A')`];
    companies.push(`('${C}', '11', '25.62B')`, `('${D}', '11', '25.62B')`);
    await createCleanTables(connection, {
      companies,
      headcounts: MONTHS.flatMap((month) =>
        [A, B, C, D].map((siren) => `('${siren}', DATE '${month}-01', 20)`),
      ),
      judgments: ["('999999999', DATE '2010-01-01', 'sauvegarde', 'fin_procedure')", ...judgments],
    });
    await createScope(connection, freshAt("2026-09-30"));
    return survivalCells(connection);
  });
}

const judgment = (siren: string, date: string, action: string, stage = "ouverture"): string =>
  `('${siren}', DATE '${date}', '${action}', '${stage}')`;

const fates = (found: SurvivalCell[]): string[] =>
  found.map(({ year, fate, companies }) => `${year} ${fate} ${companies}`);

test("companies are counted by year of entry, région, A10 sector and fate", async () => {
  const found = await cells(
    judgment(A, "2021-03-01", "redressement"),
    judgment(B, "2021-11-20", "sauvegarde"),
    judgment(C, "2021-05-02", "redressement"),
    judgment(C, "2022-01-02", "liquidation"),
  );
  expect(found).toEqual([
    {
      year: 2021,
      horizons: [12, 24, 36],
      region: "11",
      sector: "BE",
      fate: "liq12",
      companies: 1,
    },
    {
      year: 2021,
      horizons: [12, 24, 36],
      region: "53",
      sector: "GI",
      fate: "alive",
      companies: 2,
    },
  ]);
});

test("a liquidation on the day of a horizon is past it", async () => {
  const entries = [A, B, C, D].map((siren) => judgment(siren, "2020-02-10", "redressement"));
  const found = await cells(
    ...entries,
    judgment(A, "2021-02-09", "liquidation"),
    judgment(B, "2021-02-10", "liquidation"),
    judgment(C, "2023-02-09", "liquidation"),
    judgment(D, "2023-02-10", "liquidation"),
  );
  expect(fates(found).sort()).toEqual([
    "2020 alive 1",
    "2020 liq12 1",
    "2020 liq24 1",
    "2020 liq36 1",
  ]);
});

test("only the horizons past for the whole year are told, and no year that has none", async () => {
  const found = await cells(
    judgment(A, "2023-01-05", "redressement"),
    judgment(A, "2025-06-01", "liquidation"),
    judgment(B, "2024-01-05", "redressement"),
    judgment(C, "2025-01-05", "redressement"),
  );
  expect(found.map(({ year, horizons, fate }) => [year, horizons, fate])).toEqual([
    [2023, [12, 24], "alive"],
    [2024, [12], "alive"],
  ]);
});

test("years that the data do not cover from January on are left out", async () => {
  const found = await cells(judgment(A, "2019-12-15", "redressement"));
  expect(found).toEqual([]);
});

test("a conversion is part of the first entry; a new proceeding after a plan is an entry of its own year", async () => {
  const found = await cells(
    judgment(A, "2020-05-01", "sauvegarde"),
    judgment(A, "2020-09-01", "redressement"),
    judgment(A, "2021-01-15", "redressement", "plan_continuation"),
    judgment(B, "2020-05-01", "sauvegarde"),
    judgment(B, "2020-12-15", "sauvegarde", "plan_continuation"),
    judgment(B, "2022-02-01", "redressement"),
    judgment(B, "2022-08-01", "liquidation"),
  );
  expect(fates(found).sort()).toEqual(["2020 alive 1", "2020 liq36 1", "2022 liq12 1"]);
});

test("a company in redressement and in liquidation the same month has entered redressement", async () => {
  const found = await cells(
    judgment(A, "2021-03-01", "redressement"),
    judgment(A, "2021-03-25", "liquidation"),
    judgment(B, "2021-03-01", "liquidation"),
  );
  expect(fates(found)).toEqual(["2021 liq12 1"]);
});
