import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { launchChromium, visit } from "./chromium.js";
import { addressOf, kindsOfPages } from "./pageKinds.js";
import { WIDTHS } from "./widths.js";

/** Pages whose subject is a chart. */
const CHARTED =
  /^(index|modele|performance|suivi|comprendre|simulateur|imports|budget|stats\/index|(regions|departements|secteurs)\/.*)\.html$/;

/** Pages about the site, which show no figure of a batch. */
const DUTIES =
  /^(404|plan-du-site|(schema-)?accessibilite|mentions-legales|donnees-personnelles|ecoconception|lexique)\.html$/;

const site = inject("siteAddress");
const pages = kindsOfPages(await listFiles(inject("siteFolder")));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(WIDTHS)("at %i px", (width) => {
  test.each(pages)("%s opens cleanly and fits", async (file) => {
    const opened = await visit(browser, addressOf(site, file), {
      viewport: { width, height: 900 },
    });
    const { page } = opened;
    expect.soft(opened.errors).toEqual([]);
    expect.soft(opened.failed).toEqual([]);
    expect.soft(opened.outside).toEqual([]);
    if (!DUTIES.test(file)) {
      expect.soft(await page.locator("main").textContent()).toMatch(/lot 2610.*données fictives/);
    }
    if (CHARTED.test(file)) expect.soft(await page.locator("main svg").count()).toBeGreaterThan(0);
    expect.soft(await page.locator("main .observablehq--error").count()).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, "horizontal scroll, px").toBeLessThanOrEqual(0);
    await opened.close();
  });
});

test("every link that scripts draw leads to a page and an anchor that exist", async () => {
  const broken: string[] = [];
  const anchors = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const statuses = new Map<string, number>();
  for (const file of pages) {
    const opened = await visit(browser, addressOf(site, file));
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
