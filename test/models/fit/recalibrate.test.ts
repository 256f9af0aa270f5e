import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { fitModel } from "../../../models/fit/fit.js";
import { recalibrateModel } from "../../../models/fit/recalibrate.js";
import { checkApplicable } from "../../../models/score/applicable.js";
import { scoreBatch } from "../../../models/score/score.js";
import type { Model } from "../../../src/lib/model.js";
import { PANEL_SPEC, writePanel } from "./panel.js";

let features: string;
let registry: string;
let model: Model;
let file: string;

beforeAll(async () => {
  features = await writePanel(300);
  registry = mkdtempSync(join(tmpdir(), "vigie-registry-"));
  model = await fitModel({ features, spec: PANEL_SPEC, registry, batch: "2501", fictitious: true });
  file = join(registry, model.id, "model.json");
});

const recalibrate = (rate?: number) =>
  recalibrateModel({ features, model: file, spec: PANEL_SPEC, batch: "2502", rate });

const scored = async (id: string) => {
  const out = mkdtempSync(join(tmpdir(), "vigie-scores-"));
  await scoreBatch({ features, model: join(registry, id, "model.json"), out });
  return {
    out,
    rows: await withDuckDB((connection) =>
      queryRows<{ siren: string; eta: number; probability: number }>(
        connection,
        `FROM ${literal(join(out, "scores.parquet"))} ORDER BY siren`,
      ),
    ),
  };
};

describe("recalibrateModel", () => {
  it("makes the mean probability of the list the rate given, and touches neither log-odds nor order", async () => {
    const { id, recalibration, terms } = await recalibrate(0.03);
    expect(id).toBe(`${model.id}-recale-2502-taux-0.03`);
    expect(recalibration).toMatchObject({ by: "rate", rate: 0.03, slope: 1, model: model.id });
    expect(terms).toEqual(model.terms);
    const [before, after] = [await scored(model.id), await scored(id)];
    expect(after.rows.map(({ eta }) => eta)).toEqual(before.rows.map(({ eta }) => eta));
    const mean =
      after.rows.reduce((sum, { probability }) => sum + probability, 0) / after.rows.length;
    expect(mean).toBeCloseTo(0.03, 10);
  });

  it("on outcomes that follow the model, finds little to move and keeps the slope at 1", async () => {
    const { recalibration } = await recalibrate();
    expect(recalibration).toMatchObject({ by: "outcomes", slope: 1 });
    expect(Math.abs(recalibration!.intercept)).toBeLessThan(0.3);
    expect(recalibration!.from > model.training.to).toBe(true);
  });

  it("says in the card of the new model what was moved and from which model", async () => {
    const { id } = await recalibrate(0.03);
    const card = readFileSync(join(registry, id, "card.md"), "utf8");
    expect(card).toContain(`Recalé depuis « ${model.id} »`);
  });

  it("refuses a rate that is no share", async () => {
    await expect(recalibrate(0)).rejects.toMatchObject({ code: "rate", exitCode: 2 });
  });
});

describe("a model of the registry", () => {
  it("scores bit for bit alike from a copy of the registry", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "vigie-copy-"));
    cpSync(join(registry, model.id), join(elsewhere, model.id), { recursive: true });
    const out = mkdtempSync(join(tmpdir(), "vigie-scores-"));
    await scoreBatch({ features, model: join(elsewhere, model.id, "model.json"), out });
    const first = await scored(model.id);
    for (const name of ["scores.parquet", "contributions.parquet", "list.jsonl"]) {
      expect(readFileSync(join(out, name))).toEqual(readFileSync(join(first.out, name)));
    }
  });

  it("says which variable a features file lacks", async () => {
    const lacking = join(mkdtempSync(join(tmpdir(), "vigie-lacking-")), "features.parquet");
    await withDuckDB((connection) =>
      connection.run(
        `COPY (SELECT * EXCLUDE (section) FROM ${literal(features)}) TO ${literal(lacking)}`,
      ),
    );
    const out = mkdtempSync(join(tmpdir(), "vigie-scores-"));
    await expect(scoreBatch({ features: lacking, model: file, out })).rejects.toMatchObject({
      code: "missing-variable",
      message: expect.stringContaining("« section »"),
    });
  });

  it("never scores a batch before the one it learned from, nor a real one after generated data", () => {
    const refused = (batch: string, fictitious: boolean) => () =>
      checkApplicable(model, { batch, fictitious });
    expect(refused("2412", true)).toThrowError(/postérieur au lot 2412/);
    expect(refused("2501", false)).toThrowError(/données fictives/);
    expect(refused("2502", true)).not.toThrow();
  });
});
