import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { listedSirens } from "../../src/data/agents.js";
import { readTable } from "../../src/data/tables.js";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import type { BatchTable } from "../../src/lib/tables.js";
import { exclusively } from "../flow/exclusive.js";
import { siteAddress } from "./announce/address.js";
import { announce } from "./announce/announce.js";
import { publications } from "./announce/publications.js";
import { emptyCache, placeAgentTables, placeTables } from "./cache.js";
import { checkSite } from "./check.js";
import { copyApi, copyDiffusion, placeDiffusionTable } from "./diffusion.js";
import { placeEditor } from "./editor.js";
import { listFiles } from "./files.js";
import { finishAsset, finishPage } from "./finish.js";
import type { Dress } from "./frame/frame.js";
import { publishStateSheet } from "./frame/stateSheet.js";
import { siteTheme, type Theme } from "./frame/theme.js";
import { gatherModules } from "./gather.js";
import { writeHostFiles } from "./hosts/hosts.js";
import { placeLabWorker } from "./labWorker.js";
import { copyWorkspace, foldCode, isForNotebooks } from "./notebooks.js";
import { NOTEBOOK_POLICY } from "./policy.js";
import { liveOnGesture } from "./prerender/liveOnGesture.js";
import { prerender } from "./prerender/prerender.js";
import { nextFolder, publish, recover } from "./publish.js";
import { PAGES } from "./repository.js";
import { runFramework } from "./runFramework.js";
import { vendorLibraries } from "./vendor.js";

export interface SiteOptions {
  /** Folder of the site, replaced as a whole. */
  out: string;
  /** Folder of the page tables. */
  tables: string;
  /** Folder of the list and sheets of entitled agents. */
  agents?: string;
  /** Folder of the tables of notebooks; without it nor `agents`, the site is the public one. */
  workspace?: string;
  batch: string;
  progress?: Progress;
  /** Root of the pages; `src` by default. */
  pages?: string;
  /** What `VIGIE_THEME` asks by default. */
  theme?: Theme;
}

export interface SiteSummary {
  pages: number;
  files: number;
  bytes: number;
  /** What the entity that deploys has yet to say of itself, in words. */
  toComplete: string[];
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
  const { batch, progress = () => {}, theme = siteTheme() } = options;
  const [out, tables] = [resolve(options.out), resolve(options.tables)];
  const agents = options.agents && resolve(options.agents);
  const workspace = options.workspace && resolve(options.workspace);
  const isPublic = !agents && !workspace;
  const next = nextFolder(out);
  const shown = readTable<BatchTable>("batch.json", tables);
  if (shown.batch !== batch) throw otherBatch(tables, shown.batch, batch);
  const watch = stopwatch();
  let toComplete: string[] = [];
  await makeFolder(dirname(out));
  await recover(out);
  try {
    await watch.time("libraries", () => vendorLibraries(pages));
    const paths = await watch.time("pages", async () => {
      await emptyCache(pages);
      await placeTables(pages, tables);
      await placeDiffusionTable(pages, tables, isPublic);
      toComplete = await placeEditor(pages);
      if (agents) await placeAgentTables(pages, agents);
      if (workspace) await placeLabWorker(pages);
      const order = {
        ...{ pages, output: next, date: shown.date },
        ...{ tables, agents, science: Boolean(workspace), theme },
      };
      return runFramework(order, progress);
    });
    await watch.time("finish", async () => {
      await gatherModules(next);
      // Sheets of companies and notebooks are for browsers of today, and number thousands or compute.
      if (isPublic) await prerender(next);
      const dress = await dressOf(theme, next);
      await finishFiles(next, (html, file) =>
        workspace
          ? finishPage(foldCode(html, file), file, dress, NOTEBOOK_POLICY)
          : finishPage(agents ? html : liveOnGesture(html, file), file, dress),
      );
      await copyApi(tables, next);
      if (isPublic) await copyDiffusion(tables, batch, next);
      if (workspace) await copyWorkspace(workspace, next);
      await writeHostFiles(next);
      const base = isPublic ? { base: siteAddress() } : {};
      const { date } = shown;
      await announce(next, { ...base, date, publications: publications(tables, shown) });
    });
    const sirens = agents ? listedSirens(agents) : [];
    await watch.time("check", () =>
      checkSite(next, sirens, workspace ? isForNotebooks : undefined),
    );
    await publish(out);
    const size = await measure(out);
    return { pages: paths.length, ...size, toComplete, seconds: watch.seconds };
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  } finally {
    // Sheets of companies must not stay among the pages.
    if (agents) await emptyCache(pages);
  }
}

async function dressOf(theme: Theme, site: string): Promise<Dress> {
  return theme === "etat" ? { theme, sheet: await publishStateSheet(site) } : { theme };
}

async function finishFiles(
  folder: string,
  finish: (html: string, file: string) => string,
): Promise<void> {
  for (const file of await listFiles(folder)) {
    const path = join(folder, file);
    if (!/\.html$|^(_observablehq|_import)\/.*\.(js|css)$/.test(file)) continue;
    const text = await readFile(path, "utf8");
    await writeFile(path, file.endsWith(".html") ? finish(text, file) : finishAsset(text));
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
