import type { Page, Response } from "playwright-core";

/**
 * Opens a page of the site as a reader whose pointer moves, and waits until each of its cells is live
 * and nothing more is asked for. Fails as Playwright does when that takes more than `timeout`
 * milliseconds.
 */
export async function openLive(
  page: Page,
  address: string,
  timeout = 30_000,
): Promise<Response | null> {
  const response = await page.goto(address, { waitUntil: "load", timeout });
  await page.evaluate(() => dispatchEvent(new Event("pointermove")));
  // What is in this element is the first state; the client takes it away when the cell displays.
  await page.waitForFunction(() => !document.querySelector("main observablehq-loading"), null, {
    timeout,
  });
  await page.waitForLoadState("networkidle", { timeout });
  return response;
}
