import { readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { openPage } from "./browserPage.js";
import { type Client, pageScript, runCells } from "./cells.js";
import { displayedNodes, withFirstState, withPreloads } from "./firstState.js";
import type { PrerenderAnswer, PrerenderOrder } from "./prerender.js";

/** Prerenders each page it is sent. */
parentPort!.on("message", async (order: PrerenderOrder) => {
  parentPort!.postMessage(await answer(order));
});

async function answer({ folder, file }: PrerenderOrder): Promise<PrerenderAnswer> {
  try {
    await prerenderPage(folder, file);
    return {};
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function prerenderPage(folder: string, file: string): Promise<void> {
  const path = join(folder, file);
  const html = await readFile(path, "utf8");
  const script = pageScript(html);
  if (!script) return;
  const page = openPage(html, path);
  const address = (module: string) => new URL(module, pathToFileURL(path)).href;
  // The client finds the marks of a document once, when it starts.
  const { define } = (await import(`${address(script.client)}?${file}`)) as Client;
  const { registerFile } = script.files
    ? ((await import(address(script.files))) as Client)
    : { registerFile() {} };
  const failed = new Promise<never>((_, reject) => {
    console.error = reject;
  });
  await Promise.race([runCells(script.code, path, { define, registerFile }), failed]);
  await page.settle();
  const site = `${pathToFileURL(folder).href}/`;
  const root = `${posix.relative(posix.dirname(file), "") || "."}/`;
  /** Addresses that hold wherever the site is served. */
  const relative = (text: string) => text.replaceAll(site, root);
  const states = [...displayedNodes(page.document)].map(
    ([id, nodes]) => [id, relative(nodes.map(String).join(""))] as const,
  );
  const read = [...page.read].map(relative).sort();
  await writeFile(path, withPreloads(withFirstState(html, new Map(states)), read));
}
