import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { listedSirens } from "../../src/data/agents.js";
import { readTable } from "../../src/data/tables.js";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import type { BatchTable } from "../../src/lib/tables.js";
import { exclusively } from "../flow/exclusive.js";
import { emptyCache, placeAgentTables, placeTables } from "./cache.js";
import { checkSite } from "./check.js";
import { copyDiffusion, placeDiffusionTable } from "./diffusion.js";
import { listFiles } from "./files.js";
import { finishAsset, finishPage } from "./finish.js";
import { gatherModules } from "./gather.js";
import { nextFolder, publish, recover } from "./publish.js";
import { PAGES } from "./repository.js";
import { runFramework } from "./runFramework.js";
import { vendorLibraries } from "./vendor.js";

export interface SiteOptions {
  /** Folder of the site, replaced as a whole. */
  out: string;
  /** Folder of the page tables. */
  tables: string;
  /** Folder of the list and sheets of entitled agents; without it, the site is the public one. */
  agents?: string;
  batch: string;
  progress?: Progress;
  /** Root of the pages; `src` by default. */
  pages?: string;
}

export interface SiteSummary {
  pages: number;
  files: number;
  bytes: number;
  /** Seconds by stage. */
  seconds: Record<Stage, number>;
}

type Stage = "libraries" | "pages" | "finish" | "check";

/**
 * Builds the static site of a batch from its page tables, without any network, checks it, and puts
 * it in place in one go. The site depends on the pages, the tables and the lockfile only: two builds
 * are equal byte for byte. Throws a VigieError, and leaves the site that was there, when anything
 * fails: a table, a page, a check.
 */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const pages = options.pages ?? PAGES;
  const cache = join(pages, ".observablehq", "cache");
  await mkdir(cache, { recursive: true });
  return exclusively(join(cache, "..", "build.lock"), () => buildAlone(options, pages));
}

async function buildAlone(options: SiteOptions, pages: string): Promise<SiteSummary> {
  const { batch, progress = () => {} } = options;
  const [out, tables] = [resolve(options.out), resolve(options.tables)];
  const agents = options.agents && resolve(options.agents);
  const next = nextFolder(out);
  const shown = readTable<BatchTable>("batch.json", tables);
  if (shown.batch !== batch) throw otherBatch(tables, shown.batch, batch);
  const watch = stopwatch();
  await makeFolder(dirname(out));
  await recover(out);
  try {
    await watch.time("libraries", () => vendorLibraries(pages));
    const paths = await watch.time("pages", async () => {
      await emptyCache(pages);
      await placeTables(pages, tables);
      await placeDiffusionTable(pages, tables, !agents);
      if (agents) await placeAgentTables(pages, agents);
      return runFramework({ pages, output: next, date: shown.date, tables, agents }, progress);
    });
    await watch.time("finish", async () => {
      await gatherModules(next);
      await finishFiles(next);
      if (!agents) await copyDiffusion(tables, batch, next);
    });
    await watch.time("check", () => checkSite(next, agents ? listedSirens(agents) : []));
    await publish(out);
    return { pages: paths.length, ...(await measure(out)), seconds: watch.seconds };
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  } finally {
    // Sheets of companies must not stay among the pages.
    if (agents) await emptyCache(pages);
  }
}

async function finishFiles(folder: string): Promise<void> {
  for (const file of await listFiles(folder)) {
    const path = join(folder, file);
    const finish = file.endsWith(".html") ? finishPage : finishAsset;
    if (/\.html$|^(_observablehq|_import)\/.*\.(js|css)$/.test(file)) {
      await writeFile(path, finish(await readFile(path, "utf8"), file));
    }
  }
}

async function measure(folder: string): Promise<{ files: number; bytes: number }> {
  const files = await listFiles(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(folder, file))).size;
  return { files: files.length, bytes };
}

function stopwatch() {
  const seconds: Record<Stage, number> = { libraries: 0, pages: 0, finish: 0, check: 0 };
  async function time<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    seconds[stage] = (performance.now() - start) / 1000;
    return result;
  }
  return { seconds, time };
}

function otherBatch(tables: string, found: string, asked: string): VigieError {
  return new VigieError(
    "other-batch",
    `${join(tables, "batch.json")} est du lot ${found}, le lot demandé est ${asked}`,
    `Relancez « npx vigie run --batch ${asked} ».`,
  );
}
