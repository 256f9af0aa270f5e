import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { compareScores } from "../../../models/evaluate/compareScores.js";
import { evaluateModel } from "../../../models/evaluate/evaluateModel.js";
import { fitModel } from "../../../models/fit/fit.js";
import type { EvaluationReport } from "../../../src/lib/evaluation.js";
import type { Model } from "../../../src/lib/model.js";
import { PANEL_SPEC, TRUTH, writePanel } from "../fit/panel.js";

const resampling = { replicates: 60, segmentReplicates: 30 };
const folder = mkdtempSync(join(tmpdir(), "vigie-evaluate-"));
let features: string;
let model: Model;
let file: string;
let report: EvaluationReport;

beforeAll(async () => {
  features = await writePanel(500);
  model = await fitModel({
    features,
    spec: PANEL_SPEC,
    registry: folder,
    batch: "2501",
    fictitious: true,
  });
  file = join(folder, model.id, "model.json");
  report = await evaluateModel({ features, model: file, spec: PANEL_SPEC, resampling });
}, 120_000);

describe("evaluateModel", () => {
  it("says what the fit says of the test, with an interval around it", () => {
    for (const view of ["withStrongSignals", "withoutStrongSignals"] as const) {
      const { rows, events, measures } = report[view];
      const fitted = model.evaluation[view];
      expect({ rows, events }).toEqual({ rows: fitted.rows, events: fitted.events });
      for (const name of ["auc", "averagePrecision", "brier", "logLoss"] as const) {
        expect(measures[name]!.value, name).toBeCloseTo(fitted[name], 9);
        expect(measures[name]!.low!).toBeLessThan(fitted[name]);
        expect(measures[name]!.high!).toBeGreaterThan(fitted[name]);
      }
    }
  });

  it("finds the model calibrated where the simulation says it is", () => {
    const { inTheLarge, slope } = report.withoutStrongSignals.measures;
    expect(inTheLarge!.low!).toBeLessThan(0.1);
    expect(inTheLarge!.high!).toBeGreaterThan(-0.1);
    expect(slope!.low!).toBeLessThan(1.1);
    expect(slope!.high!).toBeGreaterThan(0.9);
  });

  it("splits the view by sector into segments that add up to it", () => {
    const { segments, rows, events } = report.withoutStrongSignals;
    const sectors = segments.filter(({ dimension }) => dimension === "secteur");
    expect(sectors.map(({ code }) => code)).toEqual(["F", "G"]);
    expect(sectors.reduce((sum, segment) => sum + segment.rows, 0)).toBe(rows);
    expect(sectors.reduce((sum, segment) => sum + segment.events, 0)).toBe(events);
  });

  it("ranks better than the debt alone, which ranks better than the base rate", () => {
    const area = Object.fromEntries(
      report.baselines.map(({ id, measures }) => [id, measures?.auc.value]),
    );
    expect(area.modele).toBe(report.withoutStrongSignals.measures.auc!.value);
    expect(area.modele!).toBeGreaterThan(area.dette_seule!);
    expect(area.dette_seule!).toBeGreaterThan(0.6);
    expect(area.taux_de_base).toBe(0.5);
  });

  it("never mixes published performances with results: they are dated and sourced", () => {
    expect(report.published.length).toBeGreaterThan(0);
    for (const { date, source } of report.published) {
      expect(date).toMatch(/^20\d\d-\d\d$/);
      expect(source).toMatch(/^signaux-faibles\/documentation/);
    }
  });

  it("fits each origin on months whose outcome was known before its test", () => {
    expect(report.backtest.length).toBeGreaterThan(0);
    for (const { month, training, test } of report.backtest) {
      expect(test.from).toBe(month);
      const [year, number] = training.to.split("-").map(Number);
      const known = year! * 12 + number! - 1 + 18;
      const [testYear, testNumber] = month.split("-").map(Number);
      expect(known).toBeLessThan(testYear! * 12 + testNumber! - 1);
    }
    expect(report.backtest.at(-1)!.withoutStrongSignals.auc).toBe(
      model.evaluation.withoutStrongSignals.auc,
    );
  });

  it("puts an interval around the area of each origin, on the cases that gave the area", () => {
    for (const { auc, withoutStrongSignals } of report.backtest) {
      expect(auc.value).toBeCloseTo(withoutStrongSignals.auc, 9);
      expect(auc.low!).toBeLessThan(auc.value!);
      expect(auc.high!).toBeGreaterThan(auc.value!);
    }
  });

  it("sees no drift in a panel whose law never changes", () => {
    expect(report.drift.months).toHaveLength(60);
    for (const { name, worst } of report.drift.variables) expect(worst, name).toBe("stable");
  });

  it("writes the same bytes again beside the model", async () => {
    const read = () => readFileSync(join(folder, model.id, "evaluation.json"), "utf8");
    const before = read();
    await evaluateModel({ features, model: file, spec: PANEL_SPEC, resampling });
    expect(read()).toBe(before);
  }, 60_000);
});

describe("compareScores", () => {
  /** Scores of every row, from an expression on the features. */
  async function scoresBy(sql: string): Promise<string> {
    const rows = await withDuckDB((connection) =>
      queryRows<{ siren: string; p: number; date: string }>(
        connection,
        `SELECT siren, ${sql} AS p, CAST(periode AS VARCHAR) AS date
         FROM read_parquet('${features}') ORDER BY siren, periode`,
      ),
    );
    const scores = join(folder, "scores.csv");
    const lines = rows.map(({ siren, p, date }) => `${siren},${p},${date}`);
    writeFileSync(scores, ["siren,probability,date", ...lines].join("\n"));
    return scores;
  }
  const compare = (scores: string, out?: string) =>
    compareScores({ features, model: file, spec: PANEL_SPEC, scores, out, replicates: 60 });
  const truth = `1 / (1 + exp(-(${TRUTH.constant} + ${TRUTH.ratio_dette} * coalesce(ratio_dette, 0)
    + ${TRUTH.dette_presente} * dette_presente::INTEGER + ${TRUTH.construction} * (section = 'F')::INTEGER)))`;

  it("finds the true probabilities in agreement and with nothing to add", async () => {
    const { agreement, theirs, gain } = await compare(await scoresBy(truth));
    expect(agreement.rank).toBeGreaterThan(0.95);
    expect(theirs.slope.low!).toBeLessThan(1.1);
    expect(Math.abs(gain.auc.value!)).toBeLessThan(0.01);
  });

  it("finds what a score that knows more adds, and gives it weight", async () => {
    const knowing = "CASE WHEN outcome AND hash(siren, periode) % 2 = 0 THEN 0.5 ELSE 0.1 END";
    const { gain, stack, stacked, ours } = await compare(await scoresBy(knowing));
    expect(gain.auc.low!).toBeGreaterThan(0);
    expect(gain.logLoss.high!).toBeLessThan(0);
    expect(stacked.auc.value!).toBeGreaterThan(ours.auc.value!);
    expect(stack.weights.theirs.estimate).toBeGreaterThan(4 * stack.weights.theirs.stdError);
  });

  it("gives no weight to noise", async () => {
    const noise = "(hash(periode, siren, 'bruit') % 1000) / 1000.0";
    const { gain, stack } = await compare(await scoresBy(noise));
    const { estimate, stdError } = stack.weights.theirs;
    expect(Math.abs(estimate)).toBeLessThan(4 * stdError);
    expect(gain.auc.low!).toBeLessThan(0);
  });

  it("writes both probabilities and the combined one of every score matched", async () => {
    const out = join(folder, "combined.csv");
    const { matched } = await compare(await scoresBy(truth), out);
    const [header, ...lines] = readFileSync(out, "utf8").trim().split("\r\n");
    expect(header).toBe("siren,date,ours,theirs,stacked");
    expect(lines).toHaveLength(matched);
  });

  it("refuses scores of other companies only", async () => {
    const scores = join(folder, "others.csv");
    writeFileSync(scores, "siren,probability,date\n999999999,0.5,2023-01\n");
    await expect(compare(scores)).rejects.toThrow("0 cas communs");
  });
});
