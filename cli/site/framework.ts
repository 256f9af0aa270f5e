import { join } from "node:path";
import "./oneWindow.js";
import { build, FileBuildEffects } from "@observablehq/framework/dist/build.js";
import { normalizeConfig, setCurrentDate } from "@observablehq/framework/dist/config.js";
import { agentsFolder, listedNames } from "../../src/data/agents.js";
import { PAGE_TITLES, reportTitles } from "../../src/data/pageTitles.js";
import { isScience } from "../../src/data/science.js";
import { readTable } from "../../src/data/tables.js";
import type { BatchTable } from "../../src/lib/tables.js";
import { attempts } from "./denyNetwork.js";
import { withoutNotebooks } from "./notebooks.js";

/** Entry of the process that runs Framework; started by `runFramework.ts`, answers by a message. */
export interface FrameworkOrder {
  pages: string;
  output: string;
  /** Stands for the modification time of every file, which Framework hashes into file names. */
  date: string;
}

export type FrameworkAnswer =
  | { kind: "page"; path: string; done: number; total: number }
  | { kind: "done"; pages: string[]; attempts: string[] };

const order = JSON.parse(process.argv[2]!) as FrameworkOrder;
const { default: spec } = await import("../../observablehq.config.js");
setCurrentDate(new Date(order.date));
const config = normalizeConfig({ ...spec, root: order.pages, output: order.output });

if (!isScience()) config.paths = withoutNotebooks(config.paths.bind(config));
let total = 0;
for await (const _ of config.paths()) total++;
const pages: string[] = [];
const paths = config.paths.bind(config);
config.paths = async function* () {
  for await (const path of paths()) {
    yield path;
    pages.push(path);
    answer({ kind: "page", path, done: pages.length, total });
  }
};

// Pages made from one source share one title, which the search would show as many times.
const agents = agentsFolder();
const names = new Map([
  ...PAGE_TITLES,
  ...reportTitles(readTable<BatchTable>("batch.json").asOf),
  ...(agents ? listedNames(agents) : []).map(({ siren, name }): [string, string] => [
    `/agents/${siren}`,
    `${name} (${siren})`,
  ]),
]);
const { loaders } = config;
const loadPage = loaders.loadPage.bind(loaders);
loaders.loadPage = async (path, ...rest) => {
  const page = await loadPage(path, ...rest);
  return { ...page, title: names.get(path) ?? page.title };
};
// Nothing changes during a build: what Framework asks again for every page is answered once.
for (const question of ["loadPage", "find", "getModuleHash", "getSourceFileHash"] as const) {
  const ask = loaders[question].bind(loaders) as (path: string, ...rest: unknown[]) => unknown;
  const answers = new Map<string, unknown>();
  Object.assign(loaders, {
    [question](path: string, ...rest: unknown[]) {
      if (!answers.has(path)) answers.set(path, ask(path, ...rest));
      return answers.get(path);
    },
  });
}

const cache = join(order.pages, ".observablehq", "cache");

const effects = { logger: console, output: process.stdout };
await build({ config }, new FileBuildEffects(order.output, cache, effects));
answer({ kind: "done", pages, attempts });

function answer(message: FrameworkAnswer): void {
  process.send?.(message);
}
