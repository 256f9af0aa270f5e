import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluateModel } from "../../../models/evaluate/evaluateModel.js";
import { fitModel } from "../../../models/fit/fit.js";
import { recordFitted, replayRun, runExperiment } from "../../../models/runs/experiment.js";
import { promoteRun } from "../../../models/runs/promote.js";
import { type RunRecord, readRun } from "../../../models/runs/store.js";
import { PANEL_SPEC, writePanel } from "../fit/panel.js";

const folder = mkdtempSync(join(tmpdir(), "vigie-runs-"));
const runs = join(folder, "runs");
const resampling = { replicates: 20, segmentReplicates: 10 };
const code = { "models/fit/fit.ts": "a1" };
let features: string;
let record: RunRecord;

const experiment = () =>
  runExperiment({
    runs,
    features,
    code,
    resampling,
    spec: PANEL_SPEC,
    batch: "2501",
    fictitious: true,
  });

beforeAll(async () => {
  features = await writePanel(300);
  record = await experiment();
}, 120_000);

describe("a recorded run", () => {
  it("is recorded once, whatever the number of times it is made", async () => {
    const written = readFileSync(join(runs, record.id, "run.json"), "utf8");
    expect((await experiment()).id).toBe(record.id);
    expect(readdirSync(runs)).toEqual([record.id]);
    expect(readFileSync(join(runs, record.id, "run.json"), "utf8")).toBe(written);
  });

  it("is replayed to identical bytes", async () => {
    const replay = await replayRun(record.id, { runs, features, code, resampling });
    expect(replay).toMatchObject({ identical: true, dataChanged: false, codeChanged: [] });
  });

  it("says which data and code changed when it is replayed with others", async () => {
    const other = await writePanel(250);
    const replay = await replayRun(record.id, {
      runs,
      features: other,
      code: { "models/fit/fit.ts": "b2" },
      resampling,
    });
    expect(replay).toMatchObject({
      identical: false,
      dataChanged: true,
      codeChanged: ["models/fit/fit.ts"],
      differing: ["model.json", "evaluation.json"],
    });
  });

  it("is refused with nothing written when production ranks better", async () => {
    const registry = join(folder, "registry");
    const production = join(registry, "better");
    mkdirSync(production, { recursive: true });
    const { model, report } = await readRun(runs, record.id);
    report.withoutStrongSignals.measures.auc = { value: 1, low: 1, high: 1 };
    writeFileSync(join(production, "model.json"), JSON.stringify(model));
    writeFileSync(join(production, "evaluation.json"), JSON.stringify(report));
    const done = await promoteRun({ runs, id: record.id, registry, production: "better" });
    expect(done.promoted).toBe(false);
    expect(done.criteria.filter(({ passed }) => !passed).map(({ name }) => name)).toContain("auc");
    expect(existsSync(join(registry, model.id))).toBe(false);
  });

  it("is promoted whole when it is no worse than production, with its card", async () => {
    const registry = join(folder, "promoted");
    const { model } = await readRun(runs, record.id);
    cpSync(join(runs, record.id), join(registry, "production"), { recursive: true });
    const done = await promoteRun({ runs, id: record.id, registry, production: "production" });
    expect(done.criteria.filter(({ passed }) => !passed)).toEqual([]);
    expect(done).toMatchObject({ promoted: true, model: model.id });
    for (const name of ["model.json", "evaluation.json"]) {
      const bytes = (place: string) => readFileSync(join(place, name), "utf8");
      expect(bytes(join(registry, model.id))).toBe(bytes(join(runs, record.id)));
    }
    expect(readFileSync(join(registry, model.id, "card.md"), "utf8")).toContain(model.id);
  });

  it("is not judged against a production model that is not there", async () => {
    const options = { runs, id: record.id, registry: join(folder, "empty"), production: "absent" };
    await expect(promoteRun(options)).rejects.toMatchObject({ code: "no-production" });
    expect(existsSync(options.registry)).toBe(false);
  });

  it("of the flow is recorded as the registry has it, and replayed to the same bytes", async () => {
    const other = join(folder, "flow");
    const { model } = await readRun(runs, record.id);
    const registered = join(folder, "registered", model.id);
    await fitModel({
      ...{ features, spec: PANEL_SPEC, registry: join(folder, "registered") },
      ...{ batch: "2501", fictitious: true, code: "another stamp" },
    });
    await evaluateModel({
      ...{ features, spec: PANEL_SPEC, resampling },
      model: join(registered, "model.json"),
    });
    mkdirSync(join(other, "work.999999.tmp"), { recursive: true });
    const made = { runs: other, folder: registered, features, spec: PANEL_SPEC, code };
    const { id } = await recordFitted(made);
    expect((await recordFitted(made)).id).toBe(id);
    expect(readdirSync(other)).toEqual([id]);
    expect(await replayRun(id, { runs: other, features, code, resampling })).toMatchObject({
      identical: true,
    });
  });

  it("is refused once its files were changed", async () => {
    writeFileSync(join(runs, record.id, "model.json"), "{}");
    await expect(readRun(runs, record.id)).rejects.toMatchObject({ code: "run-broken" });
  });
});
