import { mkdtempSync, statSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyToParquet, literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { fitModel } from "../../../models/fit/fit.js";
import { buildWorkspace } from "../../../models/workspace/workspace.js";
import type { Model } from "../../../src/lib/model.js";
import type { TableIndex } from "../../../src/lib/notebook/tableIndex.js";
import { smallEconomy } from "../../loaders/tables/companies.js";
import { writeSnapshot } from "../../loaders/tables/handMadeSnapshot.js";
import { PANEL_SPEC, writePanel } from "../fit/panel.js";

const folder = mkdtempSync(join(tmpdir(), "vigie-workspace-"));
const at = (...names: string[]) => join(folder, ...names);
let model: Model;
let index: TableIndex;
let features: string;

const build = (out: string) =>
  buildWorkspace({
    snapshot: at("snapshot"),
    features,
    scores: at("scores"),
    list: at("list"),
    model: at(model.id, "model.json"),
    spec: PANEL_SPEC,
    studied: { essai: PANEL_SPEC },
    runs: at("runs"),
    out: at(out),
  });

beforeAll(async () => {
  features = await writePanel(300);
  await writeSnapshot(at("snapshot"), smallEconomy(["2025-01", "2025-02"]));
  model = await fitModel({
    features,
    spec: PANEL_SPEC,
    registry: folder,
    batch: "2501",
    fictitious: true,
  });
  await writeFile(at(model.id, "evaluation.json"), "{}");
  for (const [name, files] of [
    ["scores", ["scores", "contributions"]],
    ["list", ["list", "levels"]],
  ] as const) {
    await mkdir(at(name));
    await withDuckDB(async (connection) => {
      for (const file of files) {
        await copyToParquet(connection, "SELECT '123456789' AS siren", at(name, `${file}.parquet`));
      }
    });
  }
  await writeFile(at("scores", "rules.json"), "{}");
  index = await build("out");
});

describe("the workspace of notebooks", () => {
  it("has every table of the batch under its name, with its columns and rows", async () => {
    const names = index.tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["clean_debit", "features", "liste", "test"]));
    expect((await readdir(at("out"))).sort()).toEqual(
      [...names.map((name) => `${name}.parquet`), ...index.documents, "index.json"].sort(),
    );
    const found = index.tables.find(({ name }) => name === "scores")!;
    expect(found).toMatchObject({ rows: 1, columns: [{ name: "siren", type: "VARCHAR" }] });
    expect(JSON.parse(await readFile(at("out", "index.json"), "utf8"))).toEqual(index);
  });

  it("shares the files of the batch rather than copying them", () => {
    const inode = (file: string) => statSync(file).ino;
    expect(inode(at("out", "features.parquet"))).toBe(inode(features));
  });

  it("scores the rows of the test as the evaluation does", async () => {
    const [row] = await withDuckDB((connection) =>
      queryRows<{ rows: number; events: number; brier: number }>(
        connection,
        `SELECT count(*)::INTEGER AS rows, count(*) FILTER (outcome)::INTEGER AS events,
           avg((probability - outcome::INTEGER) ** 2) AS brier
         FROM read_parquet(${literal(at("out", "test.parquet"))})`,
      ),
    );
    const { rows, events, brier } = model.evaluation.withStrongSignals;
    expect(row).toMatchObject({ rows, events });
    expect(row!.brier).toBeCloseTo(brier, 12);
  });

  it("has the same hash for the same data, another when a table changes", async () => {
    expect((await build("again")).hash).toBe(index.hash);
    await withDuckDB((connection) =>
      copyToParquet(connection, "SELECT '987654321' AS siren", at("list", "list.parquet")),
    );
    expect((await build("changed")).hash).not.toBe(index.hash);
  });
});
