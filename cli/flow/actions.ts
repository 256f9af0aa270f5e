import { createHash } from "node:crypto";
import { join } from "node:path";
import type { StepName } from "../../loaders/flow.js";
import type { PerimeterMonths } from "../../loaders/perimeterRule.js";
import type { Progress } from "../../src/lib/progress.js";
import { REPOSITORY } from "../site/repository.js";
import { type AgentSpace, agentTables, type Places, type Subject } from "./places.js";

/** What a step is told, and how it tells how far it is. */
export interface ActionContext {
  places: Places;
  subject: Subject;
  /** For the steps of the agents. */
  space: AgentSpace | undefined;
  parameters: StepParameters;
  /** Fingerprint of the step's own code, for the files that record what made them. */
  code: string;
  progress: Progress;
}

/** Choices of the user that change what a step makes; they are written in the lock. */
export interface StepParameters {
  filter?: boolean;
  perimeter?: string;
  perimeterMonths?: PerimeterMonths;
  rights?: string;
  allowIncomplete?: boolean;
  /** Alerts let through, with the reason given. */
  accepted?: Record<string, string>;
}

/** Runs one step of the flow with its modules loaded on demand, and returns its own summary. */
export type Action = (context: ActionContext) => Promise<unknown>;

export const ACTIONS: Record<StepName, Action> = {
  async ingest({ places, subject, parameters, code, progress }) {
    const { ingest } = await import("../../loaders/ingest/ingest.js");
    const { publishedVersions, readJournal } = await import("../../loaders/history/journal.js");
    const { entries } = await readJournal(places.journal);
    const { accepted: acceptedBefore, ...choices } = parameters;
    return ingest({
      batch: subject.batch,
      extracts: places.extracts,
      snapshots: places.snapshots,
      ...choices,
      acceptedBefore,
      code,
      published: publishedVersions(entries).get(subject.batch) ?? [],
      progress,
    });
  },
  async features({ places, subject, progress }) {
    const { buildFeatures } = await import("../../models/features/features.js");
    return buildFeatures({
      snapshot: join(places.snapshots, subject.batch),
      out: join(places.features, subject.batch),
      progress,
    });
  },
  async fit({ places, subject, code, progress }) {
    const { fitModel } = await import("../../models/fit/fit.js");
    const { readSpec } = await import("../../models/specs/readSpec.js");
    const { readManifest } = await import("../../loaders/ingest/manifest.js");
    const manifest = await readManifest(join(places.snapshots, subject.batch));
    return fitModel({
      features: join(places.features, subject.batch, "features.parquet"),
      spec: await readSpec(subject.spec),
      registry: places.registry,
      batch: subject.batch,
      fictitious: manifest.fictitious,
      code,
      progress,
    });
  },
  async evaluate({ places, subject, progress }) {
    const { evaluateModel } = await import("../../models/evaluate/evaluateModel.js");
    const { readSpec } = await import("../../models/specs/readSpec.js");
    const { recordFitted } = await import("../../models/runs/experiment.js");
    const { codeOfFit } = await import("./codeOfFit.js");
    const features = join(places.features, subject.batch, "features.parquet");
    const folder = join(places.registry, subject.model);
    const spec = await readSpec(subject.spec);
    const { model, test, backtest } = await evaluateModel({
      features,
      model: join(folder, "model.json"),
      spec,
      progress,
    });
    await recordFitted({
      runs: places.runs,
      folder,
      features,
      spec,
      code: await codeOfFit(REPOSITORY),
    });
    return { model, test, origins: backtest.map(({ month }) => month) };
  },
  async score({ places, subject, progress }) {
    const { scoreBatch } = await import("../../models/score/score.js");
    return scoreBatch({
      features: join(places.features, subject.batch, "features.parquet"),
      model: join(places.registry, subject.model, "model.json"),
      out: join(places.scores, subject.batch),
      batch: subject.batch,
      progress,
    });
  },
  async list({ places, subject, progress }) {
    const { buildList } = await import("../../models/lists/list.js");
    return buildList({
      batch: subject.batch,
      snapshot: join(places.snapshots, subject.batch),
      features: join(places.features, subject.batch, "features.parquet"),
      scores: join(places.scores, subject.batch),
      registry: places.registry,
      lists: places.lists,
      progress,
    });
  },
  async tables({ places, subject, progress }) {
    const { buildTables } = await import("../../loaders/tables/tables.js");
    return buildTables({
      snapshot: join(places.snapshots, subject.batch),
      scores: join(places.scores, subject.batch, "scores.parquet"),
      model: join(places.registry, subject.model, "model.json"),
      previous: join(places.tables, subject.published),
      out: join(places.tables, subject.batch),
      progress,
    });
  },
  async site({ places, subject, progress }) {
    const { buildSite } = await import("../site/build.js");
    return buildSite({
      batch: subject.batch,
      tables: join(places.tables, subject.batch),
      out: join(places.dist, subject.audience),
      progress,
    });
  },
  async sheets({ places, subject, space, progress }) {
    if (!space) throw new Error("the sheets need a perimeter and rights");
    const { buildAgentTables } = await import("../../loaders/agents/tables.js");
    return buildAgentTables({
      snapshot: join(places.snapshots, subject.batch),
      scores: join(places.scores, subject.batch),
      list: join(places.lists, subject.batch, "list.parquet"),
      model: join(places.registry, subject.model, "model.json"),
      out: agentTables(places, subject),
      ...space,
      progress,
    });
  },
  async agents({ places, subject, progress }) {
    const { buildSite } = await import("../site/build.js");
    return buildSite({
      batch: subject.batch,
      tables: join(places.tables, subject.batch),
      agents: agentTables(places, subject),
      out: join(places.dist, "agents"),
      progress,
    });
  },
  async workspace({ places, subject, progress }) {
    const { STUDIED_SPECS } = await import("../../src/lib/notebook/specs.js");
    const { buildWorkspace } = await import("../../models/workspace/workspace.js");
    const { readSpec } = await import("../../models/specs/readSpec.js");
    const { batch, hash, tables } = await buildWorkspace({
      snapshot: join(places.snapshots, subject.batch),
      features: join(places.features, subject.batch, "features.parquet"),
      scores: join(places.scores, subject.batch),
      list: join(places.lists, subject.batch),
      model: join(places.registry, subject.model, "model.json"),
      spec: await readSpec(subject.spec),
      studied: Object.fromEntries(
        await Promise.all(STUDIED_SPECS.map(async (name) => [name, await readSpec(name)] as const)),
      ),
      runs: places.runs,
      out: join(places.workspaces, subject.batch),
      progress,
    });
    return { batch, hash, tables: tables.length };
  },
  async notebooks({ places, subject, progress }) {
    const { buildSite } = await import("../site/build.js");
    return buildSite({
      batch: subject.batch,
      tables: join(places.tables, subject.batch),
      workspace: join(places.workspaces, subject.batch),
      out: join(places.dist, "science"),
      progress,
    });
  },
};

/** One hash for a whole fingerprint. */
export function digest(fingerprint: Record<string, string>): string {
  return createHash("sha256").update(JSON.stringify(fingerprint)).digest("hex").slice(0, 16);
}
