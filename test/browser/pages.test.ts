import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { launchChromium, visit } from "./chromium.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A desktop window, and the width that RGAA 4.1 and WCAG 2.1 (1.4.10, reflow) come close to. */
const WIDTHS = [1280, 390];

/** Pages whose subject is a chart. */
const CHARTED = /^(index|secteurs|modele|regions\/.*)\.html$/;

const site = inject("siteAddress");
const pages = (await listFiles(inject("siteFolder"))).filter((file) => file.endsWith(".html"));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const addressOf = (file: string): string =>
  new URL(file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, ""), site).href;

describe.each(WIDTHS)("at %i px", (width) => {
  test.each(pages)("%s opens cleanly, fits, and is accessible", async (file) => {
    const opened = await visit(browser, addressOf(file), { viewport: { width, height: 900 } });
    const { page } = opened;
    expect.soft(opened.errors).toEqual([]);
    expect.soft(opened.failed).toEqual([]);
    expect.soft(opened.outside).toEqual([]);
    expect.soft(await page.locator("main").textContent()).toMatch(/lot 2610.*données fictives/);
    if (CHARTED.test(file)) expect.soft(await page.locator("main svg").count()).toBeGreaterThan(0);
    expect.soft(await page.locator("main .observablehq--error").count()).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, "horizontal scroll, px").toBeLessThanOrEqual(0);
    await page.evaluate(AXE);
    expect.soft(await page.evaluate(seriousViolations)).toEqual([]);
    await opened.close();
  });
});

/** Runs in the page: rule and elements of each serious or critical violation that axe finds. */
async function seriousViolations(): Promise<string[]> {
  const { axe } = globalThis as unknown as typeof import("axe-core") & {
    axe: typeof import("axe-core");
  };
  const { violations } = await axe.run();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

test("every link that scripts draw leads to a page and an anchor that exist", async () => {
  const broken: string[] = [];
  const anchors = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  for (const file of pages) {
    const opened = await visit(browser, addressOf(file));
    const path = new URL(opened.page.url()).pathname;
    anchors.set(path, await opened.page.$$eval("[id]", (all) => all.map(({ id }) => id)));
    const found = await opened.page.$$eval("a[href]", (all) =>
      all.map((a) => (a as HTMLAnchorElement).href),
    );
    links.set(path, [...new Set(found)]);
    await opened.close();
  }
  for (const [path, found] of links) {
    for (const link of found.filter((address) => address.startsWith(site))) {
      const { pathname, hash } = new URL(link);
      const { status } = await fetch(link);
      const known = anchors.get(pathname);
      const anchored = !hash || !known || known.includes(decodeURIComponent(hash.slice(1)));
      if (status !== 200 || !anchored) broken.push(`${path} → ${link}`);
    }
  }
  expect(broken).toEqual([]);
});
