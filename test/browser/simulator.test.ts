import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, visit } from "./chromium.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("a slider moved with the keyboard changes the result, the address, and is found again there", async () => {
  const address = new URL("simulateur?profil=dette", inject("siteAddress")).href;
  const { page, errors, close } = await visit(browser, address);
  const result = page.locator("#resultat");
  await expect.poll(() => result.textContent()).toMatch(/Probabilité d’une procédure/);
  const before = await result.textContent();
  const slider = page.getByRole("slider", { name: "Effectif", exact: true });
  await slider.focus();
  await page.keyboard.press("End");
  await expect.poll(() => result.textContent()).not.toBe(before);
  const after = await result.textContent();
  expect(page.url()).toMatch(/profil=dette&effectif_log=1000$/);
  expect(errors).toEqual([]);
  await page.reload();
  await expect.poll(() => result.textContent()).toBe(after);
  await close();
});
