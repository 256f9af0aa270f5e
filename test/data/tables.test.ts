import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { namedTable } from "../../src/data/namedTables.js";
import { readTable, tablesFolder } from "../../src/data/tables.js";
import type { TerritoryTable } from "../../src/lib/tables.js";
import type { Totals } from "../../src/lib/totals.js";
import { writePageTables } from "../fixtures/pageTables.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const REPOSITORY = new URL("../../", import.meta.url);

function load(tables: string, loader: string, ...options: string[]): Buffer {
  return execFileSync("node", ["--import", "tsx", loader, ...options], {
    cwd: REPOSITORY,
    env: { ...process.env, VIGIE_TABLES: tables },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("a loader prints its table, byte for byte", () => {
  const tables = temporaryFolder();
  writePageTables(tables);
  expect(load(tables, "src/data/accueil.json.ts")).toEqual(
    readFileSync(join(tables, "accueil.json")),
  );
  expect(
    load(tables, "src/data/territoires/[territoire].json.ts", "--territoire=bretagne"),
  ).toEqual(readFileSync(join(tables, "territoires/53.json")));
});

test("a loader fails rather than print a table that is cut short", () => {
  const tables = temporaryFolder({ "accueil.json": '{"month":"2026-0' });
  expect(() => load(tables, "src/data/accueil.json.ts")).toThrow(/accueil\.json/);
});

test("the latest batch is shown unless one is named", () => {
  const root = temporaryFolder({ "2609/batch.json": "{}", "2610/batch.json": "{}", "lu/a": "" });
  expect(tablesFolder({}, root)).toBe(join(root, "2610"));
  expect(tablesFolder({ VIGIE_BATCH: "2609" }, root)).toBe(join(root, "2609"));
  expect(tablesFolder({ VIGIE_TABLES: "elsewhere", VIGIE_BATCH: "2609" }, root)).toBe("elsewhere");
});

test("without any table, the error says which command makes them", () => {
  expect(() => tablesFolder({}, join(temporaryFolder(), "absent"))).toThrow(/aucune table/);
});

test.each(["", "null", "[]", "{}", "3", '{"a":'])("%j is not a table", (text) => {
  const folder = temporaryFolder({ "a.json": text });
  expect(() => readTable("a.json", folder)).toThrow(/a\.json n’est pas un objet JSON complet/);
});

test("a thing is found by the name of its page, and one that does not exist is refused by name", () => {
  expect(namedTable("territoires", "FR")).toBe("territoires/FR.json");
  expect(namedTable("departements", "cotes-d-armor")).toBe("departements/22.json");
  expect(namedTable("secteurs", "ca")).toBe("secteurs/ca.json");
  expect(() => namedTable("territoires", "../batch")).toThrow(/« \.\.\/batch »/);
});

test("the totals of a territory are one row by indicator, as its table has them", () => {
  const tables = temporaryFolder();
  writePageTables(tables);
  const printed = load(tables, "src/data/totaux/[territoire].json.ts", "--territoire=FR");
  const totals = JSON.parse(printed.toString()) as Totals;
  const whole = readTable<TerritoryTable>("territoires/FR.json", tables);
  expect(totals.periods).toEqual(whole.periods);
  expect(totals.indicators.part_en_dette).toEqual(
    whole.indicators.part_en_dette![whole.sectors.indexOf("Total")],
  );
  expect(totals.indicators.autorise_inconnu).toEqual(whole.indicators.autorise_inconnu![0]);
});
