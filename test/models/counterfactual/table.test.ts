import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { fitModel } from "../../../models/fit/fit.js";
import { scoreBatch } from "../../../models/score/score.js";
import type { Level } from "../../../src/lib/levels.js";
import { ALERTS, LIST_RECORD } from "../../../src/lib/listRecord.js";
import { sigmoid } from "../../../src/lib/logistic/sigmoid.js";
import type { Model } from "../../../src/lib/model.js";
import { PANEL_SPEC, writePanel } from "../fit/panel.js";

interface Row {
  siren: string;
  level: "fort" | "modere";
  option: number | null;
  lever: string | null;
  before: number | null;
  after: number | null;
  eta: number | null;
  probability: number | null;
  level_after: Level | null;
}

let features: string;
let registry: string;
let model: Model;
let out: string;
let rows: Row[];

const read = <Answer>(sql: string) =>
  withDuckDB((connection) => queryRows<Answer>(connection, sql));
const file = (folder: string): string => join(folder, "counterfactuals.parquet");

async function score(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-scores-"));
  await scoreBatch({ features, model: join(registry, model.id, "model.json"), out: folder });
  return folder;
}

beforeAll(async () => {
  registry = mkdtempSync(join(tmpdir(), "vigie-registry-"));
  features = await writePanel(300);
  model = await fitModel({ features, spec: PANEL_SPEC, registry, batch: "2501", fictitious: true });
  out = await score();
  rows = await read<Row>(`FROM ${literal(file(out))}`);
});

test("the file has the companies that the thresholds flag, no other, in order", async () => {
  const flagged = await read<{ siren: string }>(
    `SELECT siren FROM ${literal(join(out, "scores.parquet"))}
     WHERE probability >= ${model.thresholds.modere.value} ORDER BY siren`,
  );
  expect(flagged.length).toBeGreaterThan(0);
  expect([...new Set(rows.map(({ siren }) => siren))]).toEqual(flagged.map(({ siren }) => siren));
});

test("a company that nothing would help has one row without option", () => {
  const none = rows.filter(({ option }) => option === null);
  expect(none.length).toBeGreaterThan(0);
  for (const row of none) {
    expect(row).toMatchObject({ lever: null, before: null, after: null, level_after: null });
    expect(rows.filter(({ siren }) => siren === row.siren)).toHaveLength(1);
  }
});

test("an option has the score it leads to, below the threshold of the level it had", () => {
  const proposed = rows.filter(({ option }) => option !== null);
  expect(proposed.length).toBeGreaterThan(0);
  for (const { level, lever, before, after, eta, probability } of proposed) {
    expect([lever, before]).toEqual(["dette_sociale", 1000]);
    expect(after).toBeLessThan(1000);
    expect(probability).toBe(sigmoid(eta!));
    expect(probability).toBeLessThan(model.thresholds[level].value);
  }
});

test("the same bytes are written when it is run again", async () => {
  expect(readFileSync(file(await score()))).toEqual(readFileSync(file(out)));
});

test("the list has the smallest change of each company, and null for whom nothing is enough", () => {
  const records = readFileSync(join(out, "list.jsonl"), "utf8").trim().split("\n");
  const told = records.map((line) => LIST_RECORD.parse(JSON.parse(line)));
  const smallest = rows.filter(({ option }) => option === null || option === 0);
  expect(told.flatMap(({ siren, baisse }) => (baisse ? [[siren, baisse]] : []))).toEqual(
    smallest.flatMap(({ siren, option, lever, before, after, probability, level_after }) => {
      if (option === null) return [];
      const alert = ALERTS[level_after!];
      const changements = [{ levier: lever, de: before, vers: after }];
      return [[siren, { alert, score: probability, changements }]];
    }),
  );
});
