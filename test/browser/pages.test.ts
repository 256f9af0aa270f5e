import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { launchChromium, visit } from "./chromium.js";
import { seriousViolations } from "./violations.js";
import { WIDTHS } from "./widths.js";

/** Pages whose subject is a chart. */
const CHARTED = /^(index|modele|imports|(regions|departements|secteurs)\/.*)\.html$/;

const site = inject("siteAddress");
/** One page per anomaly, région, département and sector, each from one template: some of them stand for all. */
const ALIKE =
  /^(?:anomalies\/(?!index|type-error|encoding-error)|regions\/(?!index|guyane|bretagne)|departements\/(?!index|nord)|secteurs\/(?!index|f\.|ca\.))/;
const pages = (await listFiles(inject("siteFolder"))).filter(
  (file) => file.endsWith(".html") && !ALIKE.test(file),
);

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
    expect.soft(await seriousViolations(page)).toEqual([]);
    await opened.close();
  });
});

test("every link that scripts draw leads to a page and an anchor that exist", async () => {
  const broken: string[] = [];
  const anchors = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const statuses = new Map<string, number>();
  for (const file of pages) {
    const opened = await visit(browser, addressOf(file));
    const path = new URL(opened.page.url()).pathname;
    anchors.set(path, await opened.page.$$eval("[id]", (all) => all.map(({ id }) => id)));
    const found = await opened.page.$$eval("a[href]", (all) =>
      // The property of a link within a drawing is not a text.
      all.map((a) => new URL(a.getAttribute("href")!, location.href).href),
    );
    links.set(path, [...new Set(found)]);
    await opened.close();
  }
  for (const [path, found] of links) {
    for (const link of found.filter((address) => address.startsWith(site))) {
      const { pathname, hash } = new URL(link);
      if (!statuses.has(pathname)) statuses.set(pathname, (await fetch(link)).status);
      const known = anchors.get(pathname);
      const anchored = !hash || !known || known.includes(decodeURIComponent(hash.slice(1)));
      if (statuses.get(pathname) !== 200 || !anchored) broken.push(`${path} → ${link}`);
    }
  }
  expect(broken).toEqual([]);
});
