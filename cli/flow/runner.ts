import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AGENTS_FLOW, FLOW, SCIENCE_FLOW, type Step, type StepName } from "../../loaders/flow.js";
import { makeFolder } from "../../loaders/folder.js";
import { append, readJournal } from "../../loaders/history/journal.js";
import { previousBatch } from "../../loaders/history/previous.js";
import { releasedBatches } from "../../loaders/tables/releasedCells.js";
import { removeUnfinished } from "../../loaders/unfinished.js";
import { formerLists } from "../../models/lists/former.js";
import { modelId } from "../../models/modelId.js";
import type { ProgressEvent } from "../../src/lib/progress.js";
import { timestamp } from "../clock.js";
import { siteSettings } from "../site/settings.js";
import { ACTIONS, digest, type StepParameters } from "./actions.js";
import { sourcesOf } from "./code.js";
import { eventOf } from "./events.js";
import { exclusively } from "./exclusive.js";
import { type Fingerprint, Fingerprinter } from "./fingerprint.js";
import { type LockedStep, readLock, writeLock } from "./lock.js";
import { type AgentSpace, type Places, resolvePath, type Subject } from "./places.js";
import { reasonsToRun } from "./reasons.js";

/** The repository, where code, pages and relative places are. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface FlowOptions {
  places: Places;
  batch: string;
  spec: string;
  /** Model of the registry; defaults to that of the specification and the batch. */
  model?: string;
  audience: string;
  /** What a site of agents covers and shows. */
  space?: AgentSpace;
  /** By step; absent means none. */
  parameters?: Partial<Record<StepName, StepParameters>>;
}

const AFTER_LIST = FLOW.findIndex(({ name }) => name === "list") + 1;

/**
 * Every step there is, those made on demand last, but for the tables of notebooks: they need nothing
 * after the list, and data scientists do not wait for what the public reads to be protected.
 */
const STEPS: readonly Step[] = [
  ...FLOW.slice(0, AFTER_LIST),
  ...SCIENCE_FLOW.filter(({ name }) => name === "workspace"),
  ...FLOW.slice(AFTER_LIST),
  ...AGENTS_FLOW,
  ...SCIENCE_FLOW.filter(({ name }) => name !== "workspace"),
];

export interface StepReport {
  step: StepName;
  label: string;
  /** `fresh`: nothing to do; `ran`: done now. */
  state: "fresh" | "ran";
  /** Why it ran. */
  reasons: string[];
  seconds: number;
  /** What the step itself returned. */
  summary?: unknown;
}

export interface FlowObserver {
  stepStarts?: (step: Step, reasons: string[]) => void;
  stepProgresses?: (step: Step, event: ProgressEvent) => void;
  stepEnds?: (report: StepReport) => void;
}

/** Runs the steps of `loaders/flow.ts` that are out of date, by content, and keeps the lock. */
export class Flow {
  readonly #fingerprinter: Fingerprinter;
  #sources?: Map<string, string[]>;

  constructor(readonly options: FlowOptions) {
    this.#fingerprinter = Fingerprinter.beside(options.places.lock);
  }

  /** Steps in order with the reasons each would run for; later ones follow those before them. */
  async plan(names: readonly StepName[]): Promise<{ step: Step; reasons: string[] }[]> {
    const lock = readLock(this.options.places.lock);
    const plan = [];
    for (const step of stepsNamed(names)) {
      const before = lock[this.#key(step)];
      plan.push({ step, reasons: reasonsToRun(before, await this.#state(step)) });
    }
    this.#fingerprinter.save();
    return plan;
  }

  /**
   * Runs what is out of date among `names`, or all of them when `force` is set. Throws
   * `already-running` when another run holds the lock, `journal-broken` before anything is done.
   */
  async run(
    names: readonly StepName[],
    { force = false, observer = {} }: { force?: boolean; observer?: FlowObserver } = {},
  ): Promise<StepReport[]> {
    const { lock, journal } = this.options.places;
    await makeFolder(dirname(lock));
    return exclusively(`${lock}.running`, async () => {
      const reports: StepReport[] = [];
      await readJournal(journal);
      for (const step of stepsNamed(names)) {
        const report = await this.#runStep(step, force, observer);
        observer.stepEnds?.(report);
        reports.push(report);
      }
      this.#fingerprinter.save();
      return reports;
    });
  }

  async #runStep(step: Step, force: boolean, observer: FlowObserver): Promise<StepReport> {
    const { places } = this.options;
    const state = await this.#state(step);
    const reasons = reasonsToRun(readLock(places.lock)[this.#key(step)], state);
    const { name, label } = step;
    if (reasons.length === 0 && !force) {
      return { step: name, label, state: "fresh", reasons, seconds: 0 };
    }
    observer.stepStarts?.(step, reasons);
    const start = performance.now();
    for (const path of this.#paths(step.writes)) await removeUnfinished(path);
    const summary = await ACTIONS[name]({
      places,
      subject: this.#subject(),
      space: this.options.space,
      parameters: state.parameters,
      code: digest(state.code),
      progress: (event) => observer.stepProgresses?.(step, event),
    });
    const outputs = await this.#fingerprinter.of(this.#paths(step.writes));
    const done = { ...state, outputs };
    const event = eventOf({ step: name, places, subject: this.#subject(), state: done, summary });
    if (event) await append(places.journal, event, timestamp());
    writeLock(places.lock, { ...readLock(places.lock), [this.#key(step)]: done });
    const seconds = (performance.now() - start) / 1000;
    return { step: name, label, state: "ran", reasons, seconds, summary };
  }

  async #state(step: Step): Promise<LockedStep> {
    return {
      parameters: {
        ...this.options.parameters?.[step.name],
        ...this.#spaceParameters(step),
        ...(step.module === SITE_MODULE ? siteSettings() : {}),
      },
      code: await this.#code(step),
      inputs: await this.#fingerprinter.of(this.#paths(step.reads)),
      outputs: await this.#fingerprinter.of(this.#paths(step.writes)),
    };
  }

  async #code(step: Step): Promise<Fingerprint> {
    this.#sources ??= await sourcesOf([...new Set(STEPS.map(({ module }) => module))], ROOT);
    return this.#fingerprinter.of(this.#sources.get(step.module) ?? []);
  }

  #paths(templates: readonly string[]): string[] {
    const subject = this.#subject();
    return templates.map((template) => resolvePath(template, this.options.places, subject));
  }

  #subject(): Subject {
    const { batch, spec, audience, places, space } = this.options;
    const fictitious = isFictitious(join(places.snapshots, batch, "manifest.json"));
    const name = space ? `${space.perimeter.key}-${space.rights}` : "";
    const model = this.options.model ?? modelId(spec, batch, fictitious);
    const previous = previousBatch(places.snapshots, batch) ?? "none";
    const former = formerLists(places.lists, batch).at(-1) ?? "none";
    const published = releasedBatches(places.tables, batch).at(-1) ?? "none";
    return { batch, spec, audience, space: name, model, previous, former, published };
  }

  #key(step: Step): string {
    const { batch, audience } = this.options;
    if (isOfAgents(step)) return `${batch}/${step.name}-${this.#subject().space}`;
    return `${batch}/${step.name}${step.name === "site" ? `-${audience}` : ""}`;
  }

  #spaceParameters(step: Step): StepParameters {
    const { space } = this.options;
    if (!space || !isOfAgents(step)) return {};
    return { perimeter: space.perimeter.key, rights: space.rights };
  }
}

/** Module of the steps that build a site, whose settings are in the environment. */
const SITE_MODULE = "cli/site/build.ts";

function stepsNamed(names: readonly StepName[]): Step[] {
  return STEPS.filter(({ name }) => names.includes(name));
}

const isOfAgents = (step: Step): boolean => AGENTS_FLOW.includes(step);

function isFictitious(manifest: string): boolean {
  try {
    return (JSON.parse(readFileSync(resolve(manifest), "utf8")) as { fictitious: boolean })
      .fictitious;
  } catch {
    return false;
  }
}
