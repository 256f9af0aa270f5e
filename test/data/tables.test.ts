import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTable, tablesFolder } from "../../src/data/tables.js";
import { territoryTable } from "../../src/data/territories.js";
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
  expect(load(tables, "src/data/secteurs/[territoire].json.ts", "--territoire=bretagne")).toEqual(
    readFileSync(join(tables, "secteurs/53.json")),
  );
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

test("a territory that does not exist is refused by name", () => {
  expect(territoryTable("FR")).toBe("secteurs/FR.json");
  expect(() => territoryTable("../batch")).toThrow(/« \.\.\/batch »/);
});
