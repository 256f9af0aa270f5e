import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adjustmentsTable } from "../../../loaders/tables/adjustmentsTable.js";
import { declaredRules } from "../../../models/rules/rules.js";
import { RULES } from "../../../src/lib/rules/rules.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-adjustments-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("scores made before there were rules have no table of them", async () => {
  expect(await adjustmentsTable(join(folder, "scores.parquet"))).toBeNull();
});

test("the site tells each rule, its author, reason, validity and effect, and counts no company", async () => {
  await writeFile(join(folder, "rules.json"), JSON.stringify(declaredRules("2026-09")));
  const told = await adjustmentsTable(join(folder, "scores.parquet"));
  expect(told!.rules.map(({ name }) => name)).toEqual(RULES.map(({ name }) => name));
  const fields = ["author", "confidential", "effect", "from", "inForce", "label", "name", "reason"];
  for (const rule of told!.rules) expect(Object.keys(rule).sort()).toEqual([...fields, "to"]);
});
