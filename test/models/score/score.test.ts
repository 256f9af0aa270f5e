import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { fitModel } from "../../../models/fit/fit.js";
import { rulesEffect } from "../../../models/rules/effect.js";
import { nationalBars } from "../../../models/score/bars.js";
import { explainRow } from "../../../models/score/explainRow.js";
import { featuresOf } from "../../../models/score/features.js";
import { rowFrame } from "../../../models/score/rowFrame.js";
import { scoreBatch } from "../../../models/score/score.js";
import type { Contribution } from "../../../src/lib/agents.js";
import { LIST_RECORD } from "../../../src/lib/listRecord.js";
import { sigmoid } from "../../../src/lib/logistic/predict.js";
import type { Model, Term } from "../../../src/lib/model.js";
import { barsOf } from "../../../src/lib/reasons.js";
import type { Rule } from "../../../src/lib/rules/rule.js";
import { type Features, scoreCompany } from "../../../src/lib/simulator/scoreCompany.js";
import { contributionOf } from "../../../src/lib/termInWords.js";
import { levelAt } from "../../../src/lib/thresholds.js";
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
      expect(level).toBe(levelAt(probability, nationalBars(model)));
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

describe("thresholds", () => {
  it("a level holds from its threshold on", () => {
    const bars = { fort: 0.5, modere: 0.2 };
    expect([0.5, 0.49, 0.2, 0.19].map((probability) => levelAt(probability, bars))).toEqual([
      "fort",
      "modere",
      "modere",
      "aucun",
    ]);
  });

  it("by capacity, « fort » holds the best ranked of each département, and the scores say from where", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-capacity-"));
    const file = join(folder, "model.json");
    const perDepartement = 3;
    writeFileSync(file, JSON.stringify({ ...model, capacity: { perDepartement } }));
    const placed = join(folder, "features.parquet");
    await withDuckDB((connection) =>
      connection.run(`COPY (SELECT *, CASE WHEN siren::INTEGER % 2 = 0 THEN '21' ELSE '75' END
        AS departement FROM ${literal(features)}) TO ${literal(placed)} (FORMAT parquet)`),
    );
    await scoreBatch({ features: placed, model: file, out: folder });
    const ranked = await read<ScoreRow & { seuil_fort: number }>(
      `FROM ${literal(join(folder, "scores.parquet"))}`,
    );
    for (const parity of [0, 1]) {
      const own = ranked.filter(({ siren }) => Number(siren) % 2 === parity);
      const fort = own.filter(({ level }) => level === "fort");
      expect(fort.length).toBeGreaterThan(0);
      expect(fort.length).toBeLessThanOrEqual(perDepartement);
      const [bar] = new Set(own.map(({ seuil_fort }) => seuil_fort));
      expect(Math.min(...fort.map(({ probability }) => probability))).toBe(bar);
    }
  });
});

describe("list.jsonl", () => {
  const lines = (folder: string) =>
    readFileSync(join(folder, "list.jsonl"), "utf8").trimEnd().split("\n");

  it("has one valid line for each company flagged before or after rules, in order", () => {
    const records = lines(out).map((line) => LIST_RECORD.parse(JSON.parse(line)));
    const flagged = scores.filter(({ level }) => level !== "aucun");
    expect(flagged.length).toBeGreaterThan(0);
    expect(records.map(({ siren }) => siren)).toEqual(flagged.map(({ siren }) => siren));
    expect(new Set(records.map(({ liste }) => liste))).toEqual(new Set(["Janvier 2025"]));
  });

  it("the parts of every line add up to its log-odds, and those of a group to its own, to 1e-9", () => {
    for (const line of lines(out)) {
      const { microExpl, macroExpl, logOdds, siren } = LIST_RECORD.parse(JSON.parse(line));
      const scale = model.base / microExpl.model_offset!;
      const total = Object.values(microExpl).reduce((sum, share) => sum + share, 0);
      expect(total * scale).toBeCloseTo(logOdds, 9);
      const groups = new Map(model.terms.map(({ feature, group }) => [feature, group]));
      for (const [group, share] of Object.entries(macroExpl)) {
        if (group === "model_offset") continue;
        const own = Object.entries(microExpl).filter(([name]) => groups.get(name) === group);
        expect(sum(own.map(([, part]) => part))).toBeCloseTo(share, 9);
      }
      expect(sum(Object.values(macroExpl))).toBeCloseTo(total, 9);
      expect(logOdds).toBe(scores.find((row) => row.siren === siren)!.eta);
    }
  });
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("the bars of the waterfall add up to the log-odds of every company", () => {
  const byName = new Map(model.terms.map((term) => [term.name, term]));
  const lines = new Map<string, Contribution[]>();
  for (const { siren, term, value, contribution } of contributions) {
    const line = contributionOf(byName.get(term)!, value, contribution);
    lines.set(siren, [...(lines.get(siren) ?? []), line]);
  }
  for (const { siren, eta } of scores) {
    const bars = barsOf(lines.get(siren)!);
    expect(model.base + sum(bars.map((bar) => bar.contribution))).toBeCloseTo(eta, 9);
  }
});

describe("explainRow", () => {
  it("gives a company described by its values the score of its batch, part by part", async () => {
    const columns = featuresOf(model);
    const names = [...columns.measures, ...columns.categories];
    const rows = await read<Record<string, unknown>>(
      `SELECT siren, ${names.join(", ")} FROM ${literal(features)}
       WHERE periode = DATE '2024-12-01' AND NOT en_procedure ORDER BY siren LIMIT 40`,
    );
    for (const [index, { siren, ...values }] of rows.entries()) {
      const explained = explainRow(model, rowFrame(values, columns, "essai.json"));
      expect(explained.eta).toBe(scores[index]!.eta);
      expect(explained.probability).toBe(scores[index]!.probability);
      const parts = contributions.filter((part) => part.siren === siren);
      expect(explained.contributions.map(({ contribution }) => contribution)).toEqual(
        parts.map(({ contribution }) => contribution),
      );
      const flags = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "boolean" ? Number(value) : value,
      ]);
      const simulated = scoreCompany(model, Object.fromEntries(flags) as Features);
      expect(Math.abs(simulated.eta - explained.eta)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs(simulated.probability - explained.probability)).toBeLessThanOrEqual(1e-12);
      expect(simulated.contributions).toEqual(explained.contributions);
    }
  });

  it("names the variable that is unknown or of the wrong kind, and what was expected", () => {
    const frame = (values: Record<string, unknown>) =>
      rowFrame(values, featuresOf(model), "essai.json");
    expect(() => frame({ ratio_dete: 1 })).toThrow(/essai\.json : .*« ratio_dete »/);
    expect(() => frame({ ratio_dette: "1,5" })).toThrow(/"1,5", un nombre/);
    expect(() => frame({ section: 3 })).toThrow(/3, un texte/);
    expect(frame({ ratio_dette: null }).measures.get("ratio_dette")![0]).toBeNaN();
  });
});

describe("expert rules", () => {
  const RAISE: Rule = {
    name: "hausse",
    label: "Dette élevée",
    author: "essai",
    reason: "essai",
    from: "2024-01",
    effect: 1,
    reads: ["ratio_dette"],
    applies: ({ value }) => value("ratio_dette") > 0.5,
  };
  const EXPIRED: Rule = { ...RAISE, name: "passee", to: "2024-11" };

  it("move levels by one where they apply, keep the level before and never the probability", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-rules-"));
    await scoreBatch({ features, model: modelFile, out: folder, rules: [RAISE, EXPIRED] });
    const ruled = await read<ScoreRow & { rules: string[]; level_before: string }>(
      `FROM ${literal(join(folder, "scores.parquet"))}`,
    );
    expect(ruled.map(({ probability }) => probability)).toEqual(
      scores.map(({ probability }) => probability),
    );
    expect(ruled.map(({ level_before }) => level_before)).toEqual(scores.map(({ level }) => level));
    const moved = ruled.filter(({ level, level_before }) => level !== level_before);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved).toEqual(ruled.filter(({ rules }) => rules.length > 0));
    for (const { level, level_before, rules } of moved) {
      expect(rules).toEqual(["hausse"]);
      expect([level_before, level].join()).toMatch(/^(aucun,modere|modere,fort)$/);
    }
    expect(new Set(ruled.flatMap(({ rules }) => rules))).toEqual(new Set(["hausse"]));
  });

  it("show what the list loses without one of them: its moves, undone", async () => {
    const options = { features, model: modelFile, rules: [RAISE, EXPIRED] };
    const without = await rulesEffect({ ...options, without: ["hausse"] });
    const { rules, levels, moves, change } = without;
    expect(rules.map(({ state }) => state)).toEqual(["without", "expired"]);
    expect(levels.kept).toEqual(levels.model);
    expect(moves).toMatchObject({ down: 0, left: 0, up: rules[0]!.moves });
    expect(moves.entered).toBe(levels.model.aucun - levels.all.aucun);
    expect(change).toEqual({ up: 0, down: moves.up, entered: 0, left: moves.entered });
    const mistyped = rulesEffect({ ...options, without: ["huasse"] });
    await expect(mistyped).rejects.toMatchObject({
      code: "unknown-rule",
      exitCode: 2,
      remedy: expect.stringContaining("Vouliez-vous dire « hausse » ?"),
    });
  });
});
