import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { BUDGET } from "../../cli/site/weight.js";
import { ecoGrade, ecoIndex, type PageCost } from "../../src/lib/ecoIndex.js";
import { launchChromium, visit } from "./chromium.js";
import { addressOf, kindsOfPages, twoAtATime } from "./pageKinds.js";

const [site, folder] = [inject("siteAddress"), inject("siteFolder")];
const pages = kindsOfPages(await listFiles(folder));

/** Most elements of the pages beyond the budget, and why. */
const EXCEPTIONS: Readonly<Record<string, number>> = {};

/** The policy of each page: its violations are errors of the console. */
const POLICY = /content security policy/i;

interface Measured extends PageCost {
  file: string;
  outside: string[];
  refused: string[];
}

let browser: Browser;
const measured: Measured[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  await twoAtATime(pages, async (file) => {
    const opened = await visit(browser, addressOf(site, file), {
      viewport: { width: 1280, height: 900 },
    });
    // Until its scripts have drawn, a page also holds the tables of its first state.
    await opened.page.locator("main observablehq-loading").last().waitFor({ state: "detached" });
    const asked = [...new Set(opened.requests.filter((url) => url.startsWith(site)))];
    measured.push({
      file,
      nodes: await opened.page.evaluate(() => document.querySelectorAll("*").length),
      requests: asked.length,
      kilobytes: asked.reduce((sum, url) => sum + compressedSize(url), 0) / 1000,
      outside: opened.outside,
      refused: opened.errors.filter((words) => POLICY.test(words)),
    });
    await opened.close();
  });
}, 600_000);
afterAll(() => browser?.close());

/** Bytes of the file of an address, compressed as static hosts do. */
function compressedSize(url: string): number {
  const path = decodeURIComponent(new URL(url).pathname).slice(1);
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const name = /\.\w+$/.test(file) ? file : `${file}.html`;
  return gzipSync(readFileSync(join(folder, name))).length;
}

const beyond = (isBeyond: (page: Measured) => boolean): Measured[] => measured.filter(isBeyond);

test("every kind of page was measured", () => {
  expect(measured.map(({ file }) => file).sort()).toEqual([...pages].sort());
});

test("no page makes more requests than its budget", () => {
  expect(beyond(({ requests }) => requests > BUDGET.requests)).toEqual([]);
});

test("no page weighs more than its budget, compressed", () => {
  expect(beyond(({ kilobytes }) => kilobytes > BUDGET.kilobytes)).toEqual([]);
});

test("no page has more elements than its budget, but those that say why", () => {
  expect(beyond(({ file, nodes }) => nodes > (EXCEPTIONS[file] ?? BUDGET.nodes))).toEqual([]);
});

test("every page has an EcoIndex of A or B", () => {
  expect(beyond((page) => !["A", "B"].includes(ecoGrade(ecoIndex(page))))).toEqual([]);
});

test("no page asks anything of another host, nor breaks its own policy", () => {
  expect(beyond(({ outside, refused }) => outside.length + refused.length > 0)).toEqual([]);
});
