import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { launchChromium, visit } from "./chromium.js";
import { walkByKeyboard } from "./keyboard.js";
import { addressOf, kindsOfPages } from "./pageKinds.js";
import { violations } from "./violations.js";
import { WIDTHS } from "./widths.js";

const THEMES = { neutre: inject("siteAddress"), etat: inject("stateAddress") };
const SCHEMES = ["light", "dark"] as const;

/**
 * Every page meets each theme, light and width, and each pair of them; all of their combinations with
 * `VIGIE_TEST_ALL=1`, which takes twice as long.
 */
function combinations(theme: string): { width: number; colorScheme: (typeof SCHEMES)[number] }[] {
  const all = WIDTHS.flatMap((width, w) =>
    SCHEMES.map((colorScheme, s) => ({ width, colorScheme, parity: (w + s) % 2 })),
  );
  const kept = theme === "neutre" ? 0 : 1;
  return all.filter(({ parity }) => process.env.VIGIE_TEST_ALL || parity === kept);
}

/** Width at which content must reflow, in CSS pixels (WCAG 2.2, 1.4.10). */
const REFLOW = 320;

const pages = kindsOfPages(await listFiles(inject("siteFolder")));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(Object.entries(THEMES))("under the theme « %s »", (theme, site) => {
  test.for(pages)("%s has no violation in any light or width, and reflows", async (file) => {
    const { page, close } = await visit(browser, addressOf(site, file));
    for (const { width, colorScheme } of combinations(theme)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await violations(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: REFLOW, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `horizontal scroll at ${REFLOW} px`).toBeLessThanOrEqual(0);
    await close();
  });
});

/** Pages that have, between them, every kind of thing that takes the focus. */
const WALKED = [
  "",
  "comparer",
  "simulateur",
  "performance",
  "dictionnaire",
  "explorer",
  "regions/",
  "regions/bretagne",
  "secteurs/f",
  "stats/",
  "budget",
  "anomalies/",
];

describe.each(Object.entries(THEMES))("by keyboard, under the theme « %s »", (_, site) => {
  test.for(WALKED)("every stop of /%s is seen, marked, and left", async (path) => {
    const { page, close } = await visit(browser, new URL(path, site).href, {
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
    });
    const walk = await walkByKeyboard(page);
    expect.soft(walk.unseen, "focused, but not visible").toEqual([]);
    expect.soft(walk.unmarked, "focused, without a mark").toEqual([]);
    expect.soft(walk.missed, "interactive, but never reached").toEqual([]);
    expect.soft(walk.ended, "the walk ends").toBe(true);
    await close();
  });
});
