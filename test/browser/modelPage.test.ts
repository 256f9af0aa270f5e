import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { modelTable } from "../fixtures/pageTables.js";
import { launchChromium, visit } from "./chromium.js";
import { violations } from "./violations.js";
import { WIDTHS } from "./widths.js";

/** The small economy of the site cannot promise every case: an invented evaluation takes its place. */
const MODEL = /\/modele\.[^/]*json$/;
const instead = (path: string) => (MODEL.test(path) ? modelTable() : undefined);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const open = (page: string, width: number) =>
  visit(
    browser,
    new URL(page, inject("siteAddress")).href,
    { viewport: { width, height: 900 } },
    instead,
  );

/** Words of a drawing that are outside it by more than a pixel. */
const clippedWords = (page: Page) =>
  page.$$eval(".chart svg", (drawings) =>
    drawings.flatMap((drawing) => {
      const frame = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll("text")].flatMap((text) => {
        const box = text.getBoundingClientRect();
        const isInside = box.left >= frame.left - 1 && box.right <= frame.right + 1;
        return isInside || box.width === 0 ? [] : [text.textContent ?? ""];
      });
    }),
  );

describe.each(WIDTHS)("at %i px, the page of a model that was evaluated", (width) => {
  test.each([
    [
      "performance",
      [
        "Le modèle classe nettement mieux que plus simple : aire ROC de 0,78, contre 0,65 pour « Dette sociale seule »",
        "Refait à 3 dates, le modèle fait mieux que le hasard à 2 : aire ROC de 0,53 à 0,78",
      ],
    ],
    [
      "suivi",
      [
        "« Hébergement et restauration » : 20,0 % de cas signalés, contre 2,0 % pour « Industrie »",
        "« Industrie » : 90,0 % de défaillances manquées, contre 50,0 % pour « Hébergement et restauration »",
        "En septembre 2026, la répartition des scores commence à s’écarter de l’apprentissage, et les signes que le modèle lit ne bougent pas",
      ],
    ],
  ])("the page %s draws what was found", async (name, findings) => {
    const { page, errors, close } = await open(name, width);
    const titles = await page.locator("main figcaption h3").allTextContents();
    expect(titles.map((title) => title.replace(/[\u00a0\u202f]/g, " "))).toEqual(
      expect.arrayContaining(findings),
    );
    expect(await page.locator("main figure svg[role=img]").count()).toBe(titles.length);
    expect(await page.locator("main .observablehq--error").count()).toBe(0);
    expect(errors).toEqual([]);
    expect(await clippedWords(page)).toEqual([]);
    await close();
  });

  test.each([
    ["modele", 1],
    ["performance", 4],
    ["suivi", 4],
  ])(
    "the page %s stays accessible and fits when all that it folds is open",
    async (name, least) => {
      const { page, close } = await open(name, width);
      for (const summary of await page.locator("main details.data > summary").all())
        await summary.click();
      expect(await page.locator("main details.data table").count()).toBeGreaterThanOrEqual(least);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await close();
    },
  );

  test("lists its variables in the dictionary", async () => {
    const { page, close } = await open("dictionnaire", width);
    expect(await page.locator("main table").last().textContent()).toContain("paydex_nb_jours");
    await close();
  });
});
