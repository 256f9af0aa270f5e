import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { fitModel } from "../../../models/fit/fit.js";
import { levelOf } from "../../../models/score/level.js";
import { scoreBatch } from "../../../models/score/score.js";
import { sigmoid } from "../../../src/lib/logistic/predict.js";
import type { Model, Term } from "../../../src/lib/model.js";
import { PANEL_SPEC, writePanel } from "../fit/panel.js";

interface ScoreRow {
  siren: string;
  periode: string;
  model: string;
  eta: number;
  probability: number;
  level: string;
}
interface ContributionRow {
  siren: string;
  term: string;
  value: number | null;
  contribution: number;
}

let features: string;
let modelFile: string;
let out: string;
let model: Model;
let scores: ScoreRow[];
let contributions: ContributionRow[];

const read = <Row>(sql: string) => withDuckDB((connection) => queryRows<Row>(connection, sql));

/** Value of a column, written from the contract of `src/lib/model.ts`. */
function byHand({ transform }: Term, value: number | string | boolean | null): number {
  if (transform.kind === "intercept") return 1;
  if (transform.kind === "level") return transform.values.includes(String(value)) ? 1 : 0;
  if (transform.kind === "indicator") return value === true ? 1 : 0;
  if (transform.kind === "missing") return value === null ? 1 : 0;
  if (value === null) return 0;
  const clipped = Math.min(Math.max(Number(value), transform.lower), transform.upper);
  return (clipped - transform.mean) / transform.sd;
}

beforeAll(async () => {
  features = await writePanel(300);
  const registry = mkdtempSync(join(tmpdir(), "vigie-registry-"));
  out = mkdtempSync(join(tmpdir(), "vigie-scores-"));
  model = await fitModel({ features, spec: PANEL_SPEC, registry, batch: "2501", fictitious: true });
  modelFile = join(registry, model.id, "model.json");
  await scoreBatch({ features, model: modelFile, out });
  scores = await read<ScoreRow>(`FROM ${literal(join(out, "scores.parquet"))}`);
  contributions = await read<ContributionRow>(
    `FROM ${literal(join(out, "contributions.parquet"))}`,
  );
});

describe("scoreBatch", () => {
  it("scores each company of the population once, in the last month, in order", async () => {
    const expected = await read<{ siren: string }>(
      `SELECT siren FROM ${literal(features)} WHERE periode = DATE '2024-12-01' AND NOT en_procedure ORDER BY siren`,
    );
    expect(scores.map(({ siren }) => siren)).toEqual(expected.map(({ siren }) => siren));
    expect(new Set(scores.map(({ periode }) => periode))).toEqual(new Set(["2024-12-01"]));
    expect(new Set(scores.map((row) => row.model))).toEqual(new Set([model.id]));
  });

  it("base plus contributions is eta, to 1e-12", () => {
    const sums = new Map<string, number>();
    for (const { siren, contribution } of contributions) {
      sums.set(siren, (sums.get(siren) ?? model.base) + contribution);
    }
    for (const { siren, eta } of scores) {
      expect(Math.abs(sums.get(siren)! - eta)).toBeLessThan(1e-12);
    }
  });

  it("eta is what the terms of model.json give by hand", async () => {
    const raw = await read<Record<string, number | string | boolean | null>>(
      `FROM ${literal(features)} WHERE periode = DATE '2024-12-01' AND NOT en_procedure ORDER BY siren`,
    );
    for (const [index, row] of raw.entries()) {
      const eta = model.terms
        .map((term) => term.estimate * byHand(term, row[term.feature] ?? null))
        .reduce((sum, part) => sum + part);
      expect(Math.abs(scores[index]!.eta - eta)).toBeLessThan(1e-12);
    }
  });

  it("probability is σ(eta) and the level follows the model's thresholds", () => {
    for (const { eta, probability, level } of scores) {
      expect(probability).toBe(sigmoid(eta));
      expect(level).toBe(levelOf(probability, model.thresholds));
    }
  });

  it("contributions keep the feature as it was, empty when it was missing", () => {
    const debts = contributions.filter(({ term }) => term === "ratio_dette");
    expect(debts.some(({ value }) => value === null)).toBe(true);
    expect(debts.some(({ value }) => value !== null && value < 0)).toBe(true);
    const terms = model.terms.slice(1).map(({ name }) => name);
    expect(contributions.slice(0, terms.length).map(({ term }) => term)).toEqual(terms);
  });

  it("writes the same bytes when it is run again", async () => {
    const again = mkdtempSync(join(tmpdir(), "vigie-scores-"));
    await scoreBatch({ features, model: modelFile, out: again });
    for (const file of ["scores.parquet", "contributions.parquet"]) {
      expect(readFileSync(join(again, file))).toEqual(readFileSync(join(out, file)));
    }
  });

  it("scores the last month in which every feature is known for someone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-late-"));
    const late = join(folder, "features.parquet");
    await withDuckDB((connection) =>
      connection.run(
        `COPY (SELECT * REPLACE (CASE WHEN periode < DATE '2024-11-01' THEN ratio_dette END AS ratio_dette)
         FROM ${literal(features)} ORDER BY siren, periode) TO ${literal(late)} (FORMAT parquet)`,
      ),
    );
    expect(await scoreBatch({ features: late, model: modelFile, out: folder })).toMatchObject({
      month: "2024-10",
    });
  });

  it("says to run « vigie fit » when the model is absent", async () => {
    await expect(
      scoreBatch({ features, model: join(out, "model.json"), out }),
    ).rejects.toMatchObject({ code: "no-model", exitCode: 2 });
  });
});

describe("levelOf", () => {
  it("a level holds from its threshold on", () => {
    const threshold = { beta: 1, fBeta: 0, precision: 0, recall: 0 };
    const thresholds = {
      fort: { ...threshold, value: 0.5 },
      modere: { ...threshold, value: 0.2 },
    };
    expect([0.5, 0.49, 0.2, 0.19].map((p) => levelOf(p, thresholds))).toEqual([
      "fort",
      "modere",
      "modere",
      "aucun",
    ]);
  });
});
