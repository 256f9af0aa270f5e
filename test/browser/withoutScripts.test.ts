import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, visit } from "./chromium.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const addressOf = (path: string): string => new URL(path, inject("siteAddress")).href;

test.each([
  "",
  "regions/",
  "regions/bretagne",
  "departements/nord",
  "secteurs/f",
  "modele",
  "performance",
  "suivi",
])(
  "without JavaScript, /%s says its message: charts, titles and tables are in its HTML",
  async (path) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf(path));
    const figures = page.locator("main figure.figure");
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      expect(await figure.locator("h3").textContent()).toMatch(/\p{L}{3}/u);
      expect(await figure.locator(".chart svg").count()).toBeGreaterThan(0);
      expect(await figure.locator("details table tbody tr").count()).toBeGreaterThan(0);
      expect(await figure.locator("button:enabled").count()).toBe(0);
    }
    expect(await page.locator("main .batch-line").textContent()).toMatch(/lot 2610/);
    await context.close();
  },
);

test.each(["", "regions/bretagne", "comparer", "modele", "performance", "suivi"])(
  "with JavaScript, /%s shows each figure once, alive",
  async (path) => {
    const { page, errors, close } = await visit(browser, addressOf(path));
    expect(errors).toEqual([]);
    expect(await page.locator("main observablehq-loading").count()).toBe(0);
    const ids = await page.$$eval("[id]", (all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const titles = await page.locator("main figure h3").allInnerTexts();
    const files = await page.locator("main figure .downloads button:disabled").count();
    expect(files).toBe(0);
    expect(titles.length).toBe(await page.locator("main figure.figure").count());
    await close();
  },
);
