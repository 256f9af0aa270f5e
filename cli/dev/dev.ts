import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { StepName } from "../../loaders/flow.js";
import { VigieError } from "../../src/lib/error.js";
import { TABLE_INDEX } from "../../src/lib/notebook/tableIndex.js";
import { exclusively } from "../flow/exclusive.js";
import type { FlowOptions } from "../flow/runner.js";
import { ROOT } from "../flow/runner.js";
import { inSeconds } from "../report.js";
import { emptyCache } from "../site/cache.js";
import { PAGES } from "../site/repository.js";
import { vendorLibraries } from "../site/vendor.js";
import { readClosures } from "./closures.js";
import { explainFailure } from "./explainFailure.js";
import { type Closures, type Impact, impactOf, PREVIEWED } from "./impact.js";
import { type Mistake, placeText } from "./mistake.js";
import { placePageTables } from "./placePageTables.js";
import type { PreviewNews, PreviewOrder } from "./preview.js";
import type { RunNews, RunOrder } from "./runSteps.js";
import { checkTypes } from "./typeMistakes.js";
import { watchSources } from "./watch.js";

export interface DevOptions {
  flow: FlowOptions;
  /** Preferred port; 0 takes any. */
  port: number;
  say: (line: string) => void;
  /** Root of the pages; `src` by default. */
  pages?: string;
}

export interface Preview {
  address: string;
  /** Stops all that was started. */
  close(): Promise<void>;
}

const FOLDERS = ["src", "loaders", "models", "cli"];
const ENTRIES = { preview: "./preview.ts", steps: "./runSteps.ts" };
const DENY_NETWORK = new URL("../site/denyNetwork.ts", import.meta.url).href;

/** What is asked of the preview, several changes together. */
const NOTHING: Impact = { steps: [], places: false, restarts: false };

/**
 * Serves the pages of a batch and keeps them up to date: pages by Framework itself, steps by the
 * flow, in a process of its own for each change so that it has the new code, the page tables by
 * their content. One run at a time; what changes during a run makes another. Throws a VigieError
 * when the first tables cannot be made, or when another build or preview holds the pages.
 */
export async function startDev(options: DevOptions): Promise<Preview> {
  const pages = options.pages ?? PAGES;
  await mkdir(join(pages, ".observablehq", "cache"), { recursive: true });
  let release = () => {};
  const closed = new Promise<void>((resolve) => {
    release = resolve;
  });
  return new Promise((resolve, reject) => {
    const session = new Session(options, pages);
    const held = exclusively(join(pages, ".observablehq", "build.lock"), async () => {
      try {
        const address = await session.start();
        resolve({
          address,
          async close() {
            session.close();
            release();
            await held;
          },
        });
        await closed;
      } catch (error) {
        session.close();
        throw error;
      }
    });
    held.catch(reject);
  });
}

class Session {
  readonly #tables: string;
  readonly #memory = mkdtempSync(join(tmpdir(), "vigie-dev-"));
  #preview: ChildProcess | undefined;
  #steps: ChildProcess | undefined;
  #watcher: { close(): void } | undefined;
  #types = new AbortController();
  #closures: Closures | undefined;
  #asked: Impact = NOTHING;
  #isRunning = false;
  #isClosed = false;
  #port: number;
  #running = "";
  #stepMistakes: Mistake[] = [];
  #typeMistakes: Mistake[] = [];

  constructor(
    readonly options: DevOptions,
    readonly pages: string,
  ) {
    const { places, batch } = options.flow;
    this.#tables = resolve(places.tables, batch);
    this.#port = options.port;
  }

  async start(): Promise<string> {
    await vendorLibraries(this.pages);
    await emptyCache(this.pages);
    this.#closures = await readClosures(ROOT, this.options.flow.spec);
    this.#watch();
    const steps = this.#previewed();
    if (this.#hasTables()) {
      await placePageTables(this.pages, this.#tables, this.options.flow.audience === "science");
      const address = await this.#serve();
      // Readers wait for nothing: what is out of date is made while they read.
      this.#ask({ ...NOTHING, steps });
      return address;
    }
    await this.#run({ ...NOTHING, steps });
    const [mistake] = this.#stepMistakes;
    if (mistake) throw new VigieError(mistake.code, mistake.message, mistake.remedy);
    return this.#serve();
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher?.close();
    this.#types.abort();
    for (const child of [this.#preview, this.#steps]) child?.kill();
    rmSync(this.#memory, { recursive: true, force: true });
  }

  #hasTables(): boolean {
    const { audience, batch, places } = this.options.flow;
    const index = join(resolve(places.workspaces, batch), TABLE_INDEX);
    return (
      existsSync(join(this.#tables, "batch.json")) && (audience !== "science" || existsSync(index))
    );
  }

  /** The public has no use for the tables of notebooks. */
  #previewed(): StepName[] {
    const names = PREVIEWED.map(({ name }) => name);
    const { audience } = this.options.flow;
    return audience === "science" ? names : names.filter((name) => name !== "workspace");
  }

  #watch(): void {
    const watchers = [watchSources(ROOT, FOLDERS, (files) => this.#changed(files))];
    if (relative(ROOT, this.pages).startsWith("..")) {
      watchers.push(watchSources(this.pages, foldersOf(this.pages), () => this.#publish()));
    }
    this.#watcher = { close: () => watchers.forEach((watcher) => void watcher.close()) };
  }

  /** Starts the server of the pages, or starts it again at the same address. */
  async #serve(): Promise<string> {
    this.#preview?.removeAllListeners("exit").kill();
    if (this.#preview) await new Promise((done) => this.#preview?.once("exit", done));
    const { batch, places } = this.options.flow;
    const order: PreviewOrder = {
      pages: this.pages,
      tables: this.#tables,
      workspace: resolve(places.workspaces, batch),
      batch,
      port: this.#port,
    };
    const child = this.#fork(ENTRIES.preview, order, ["--import", DENY_NETWORK]);
    this.#preview = child;
    const words: string[] = [];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => words.push(text));
    return new Promise((resolve, reject) => {
      child.once("message", ({ address }: { address: string }) => {
        this.#port = Number(new URL(address).port);
        this.#publish();
        resolve(address);
      });
      child.once("exit", () => reject(stopped(words.join(""))));
    });
  }

  #changed(files: string[]): void {
    const impact = impactOf(files, this.#closures!);
    const code = files.filter((file) => /\.ts$/.test(file));
    const { steps, places, restarts } = impact;
    if (code.length > 0) void this.#checkTypes();
    if (steps.length > 0 || places || restarts || this.#stepMistakes.length > 0) {
      this.options.say(`${files.join(", ")} → ${asked(impact) || "ce qui avait échoué"}`);
      this.#ask(impact);
    } else {
      this.options.say(`${files.join(", ")} → page seule, aucune étape`);
      this.#publish();
    }
  }

  #ask({ steps, places, restarts }: Impact): void {
    const wanted = new Set([...this.#asked.steps, ...steps]);
    this.#asked = {
      steps: this.#previewed().filter((name) => wanted.has(name)),
      places: this.#asked.places || places,
      restarts: this.#asked.restarts || restarts,
    };
    if (!this.#isRunning) void this.#runAll();
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    while (this.#asked !== NOTHING && !this.#isClosed) {
      const next = this.#asked;
      this.#asked = NOTHING;
      await this.#run(next);
      // What failed is asked again by the next change, whatever it is.
      if (this.#stepMistakes.some(({ code }) => code !== "stale-snapshot")) {
        this.#unfinished = next;
      } else if (next.restarts && !this.#isClosed) await this.#restart();
    }
    this.#isRunning = false;
  }

  #unfinished: Impact = NOTHING;

  async #restart(): Promise<void> {
    try {
      await this.#serve();
    } catch (error) {
      this.#stepMistakes = await explainFailure(error, ROOT);
      this.options.say((error as Error).message);
    }
  }

  async #run(impact: Impact): Promise<void> {
    const start = performance.now();
    const steps = [...new Set([...this.#unfinished.steps, ...impact.steps])];
    this.#unfinished = NOTHING;
    const ran: { step: StepName; seconds: number }[] = [];
    try {
      this.#closures = await readClosures(ROOT, this.options.flow.spec);
      this.#stepMistakes = await this.#runSteps(steps, ran);
    } catch (error) {
      this.#stepMistakes = await explainFailure(error, ROOT);
    }
    if (this.#isClosed) return;
    this.#running = "";
    const list = ran.map(({ step, seconds }) => `${step} ${inSeconds(seconds)}`).join(", ");
    const total = inSeconds((performance.now() - start) / 1000);
    this.options.say(`${list || "aucune étape à refaire"} ; ${total} en tout`);
    for (const mistake of this.#stepMistakes) this.#sayMistake(mistake);
    this.#publish();
  }

  #runSteps(
    steps: readonly StepName[],
    ran: { step: StepName; seconds: number }[],
  ): Promise<Mistake[]> {
    const { flow } = this.options;
    const order: RunOrder = { flow, steps: [...steps], pages: this.pages, tables: this.#tables };
    const child = this.#fork(ENTRIES.steps, order);
    this.#steps = child;
    const words: string[] = [];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => words.push(text));
    let mistakes: Mistake[] | undefined;
    child.on("message", (news: RunNews) => {
      if (news.kind === "starts") {
        this.#running = `${news.label}…`;
        this.#publish();
      } else if (news.kind === "ran") {
        ran.push(news);
        if (news.step === "workspace") this.#publish();
      } else if (news.kind === "warns") {
        this.#stepMistakes = news.mistakes;
        this.#publish();
      } else mistakes = news.mistakes;
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", () => {
        this.#steps = undefined;
        if (mistakes || this.#isClosed) resolve(mistakes ?? []);
        else reject(stopped(words.join("")));
      });
    });
  }

  async #checkTypes(): Promise<void> {
    this.#types.abort();
    const controller = new AbortController();
    this.#types = controller;
    const found = await checkTypes(ROOT, join(this.#memory, "types.json"), controller.signal);
    if (controller.signal.aborted) return;
    this.#typeMistakes = found;
    for (const mistake of found) this.#sayMistake(mistake);
    this.#publish();
  }

  #sayMistake(mistake: Mistake): void {
    const place = placeText(mistake);
    this.options.say(`${place ? `${place} : ` : ""}${mistake.message}. ${mistake.remedy}`);
  }

  #publish(): void {
    if (!this.#preview?.connected) return;
    const news: PreviewNews = {
      mistakes: [...this.#stepMistakes, ...this.#typeMistakes],
      running: this.#running,
    };
    this.#preview.send(news);
  }

  #fork(entry: string, order: object, imports: readonly string[] = []): ChildProcess {
    return fork(fileURLToPath(new URL(entry, import.meta.url)), [JSON.stringify(order)], {
      cwd: ROOT,
      silent: true,
      execArgv: ["--import", "tsx", ...imports],
      env: {
        ...process.env,
        VIGIE_TABLES: this.#tables,
        VIGIE_AGENTS: "",
        VIGIE_SCIENCE: this.options.flow.audience === "science" ? "1" : "",
        OBSERVABLE_TELEMETRY_DISABLE: "1",
      },
    });
  }
}

function foldersOf(pages: string): string[] {
  return readdirSync(pages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
}

function asked({ steps, places, restarts }: Impact): string {
  return [
    ...(steps.length > 0 ? [`étapes ${steps.join(", ")}`] : []),
    ...(places && steps.length === 0 ? ["tables des pages"] : []),
    ...(restarts ? ["réglages du site"] : []),
  ].join(" ; ");
}

function stopped(words: string): VigieError {
  const [line = ""] = words.split("\n").filter((text) => /Error|error/.test(text));
  return new VigieError(
    "preview-stopped",
    `le processus de l’aperçu s’est arrêté : ${line.trim() || relative(ROOT, ENTRIES.preview)}`,
    "Corrigez la ligne nommée ; si le port est pris, donnez-en un autre avec --port.",
  );
}
