import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { NOTEBOOK_QUESTIONS } from "../../src/lib/notebook/notebooks.js";
import { launchChromium, type Visit, visit } from "./chromium.js";
import { WIDTHS } from "./widths.js";

const site = inject("scienceAddress");
/** A notebook reads, computes, then says its decision. */
const COMPUTED = { timeout: 90_000 };
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const done = (page: Page) => page.locator(".decision").first().waitFor(COMPUTED);

test.each(NOTEBOOK_QUESTIONS.map(({ path }) => [path]))(
  "%s opens cleanly under its policy, ends with a decision, and fits every width",
  async (path) => {
    const opened = await visit(browser, new URL(path, site).href);
    const { page } = opened;
    await done(page);
    expect.soft(opened.errors).toEqual([]);
    expect.soft(opened.outside).toEqual([]);
    expect.soft(await page.locator("main .observablehq--error").allTextContents()).toEqual([]);
    expect.soft(await page.locator(".data-line").textContent()).toMatch(/données fictives/);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
    await opened.close();
  },
);

describe("the model lab", () => {
  let opened: Visit;
  let page: Page;
  beforeAll(async () => {
    opened = await visit(browser, new URL("/carnets/laboratoire", site).href);
    page = opened.page;
    await done(page);
  });
  afterAll(() => opened?.close());

  test("fits in its worker: the page answers meanwhile", async () => {
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ entryTypes: ["longtask"] });
    });
    const status = page.locator(".lab-status");
    await page.getByLabel("Graine du tirage").fill("2");
    await page.getByLabel("Assemblage").selectOption("stacked");
    await page.getByRole("button", { name: "Ajuster" }).click();
    await status.filter({ hasText: "ajustement…" }).waitFor(COMPUTED);
    await status.filter({ hasText: "modèle ajusté en" }).waitFor(COMPUTED);
    const [, taken] = /ajusté en ([\d\s]+) ms/.exec((await status.textContent())!)!;
    const fit = Number(taken!.replace(/\s/g, ""));
    const longest = await page.evaluate(() =>
      Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks),
    );
    // On the page, the fit would be one task as long as itself.
    expect(longest).toBeLessThan(Math.max(fit, 300));
  });

  test("saves the specification that was fitted, the text that it shows", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /Enregistrer la spécification/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("essai.ts");
    const saved = readFileSync(await download.path(), "utf8");
    const shown = page.locator("pre code", { hasText: "export const spec" });
    expect(saved).toBe(await shown.textContent());
    expect(saved).toContain('combine: "stacked"');
  });
});

test("the tutorial goes through its six steps, each with its result", async () => {
  const opened = await visit(browser, new URL("/carnets/tutoriel", site).href);
  const { page } = opened;
  await done(page);
  const said = async (step: number) =>
    (await page.locator(`[data-step="${step}"]`).textContent())!.replace(/\s/g, " ");
  expect(await said(2)).toMatch(/✓ [\d ]+ lignes dont l’issue est connue/);
  expect(await said(3)).toMatch(/La variable la plus instructive est : \p{L}+/u);
  expect(await said(4)).toMatch(/aire sous la courbe ROC de 0,\d+ sur/);
  expect(await said(5)).toMatch(
    /Production : 0,\d+ ; trois variables : 0,\d+ \(0,\d+ à [01],\d+\)/,
  );
  expect(await said(6)).toContain("npx vigie runs new --spec models/specs/trois-variables.ts");
  const code = page.locator("pre code", { hasText: "export const spec" });
  expect(await code.textContent()).toContain('feature: "ratio_dette_moy12m"');
  await opened.close();
});
