import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { VigieError } from "../../src/lib/error.js";
import { openLive } from "./openLive.js";

export interface ServedPage {
  /** Where the site will be, which the links of a document give. */
  base: string;
  /** Address that serves it meanwhile: one that changes must not be in the document. */
  served: string;
  /** Path of the page under both, with its query. */
  path: string;
  /** What the page shows once it has computed (`aria-busy`); none for one that computes nothing. */
  until?: string;
}

/** A notebook reads some tens of megabytes, then computes. */
const TIMEOUT = 120_000;

/**
 * Opens a page of a built site at the address it will have, waits until it is drawn, and gives it to
 * `work`, in a profile of its own.
 *
 * @throws VigieError `unfit-page` when the page does not exist or a cell of it fails.
 */
export async function openServed<Result>(
  browser: Browser,
  { base, served, path, until }: ServedPage,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const address = new URL(path, base).href;
  const context = await browser.newContext({ locale: "fr-FR", colorScheme: "light", ...options });
  try {
    await context.route(
      () => true,
      async (route) => {
        const asked = route.request().url();
        if (!asked.startsWith(base)) return route.abort();
        const url = new URL(asked.slice(base.length), served).href;
        return route.fulfill({ response: await route.fetch({ url }) });
      },
    );
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.emulateMedia({ media: "print" });
    const response = await openLive(page, address, until ? TIMEOUT : undefined);
    if (!response?.ok()) throw unfit(address, "la page n’existe pas dans ce site");
    if (until) await computed(page, until);
    const failed = await page.locator(".observablehq--error").allTextContents();
    if (errors.length + failed.length > 0) {
      throw unfit(address, [...new Set([...errors, ...failed])].join(" ; "));
    }
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds without anything computed nor drawn: cells follow one another without a pause. */
const REST = 1_000;

/** Waits until a page shows what it must, or the failure of a cell, and has been at rest for a while. */
async function computed(page: Page, until: string): Promise<void> {
  await page.waitForSelector(`${until}, .observablehq--error`, { timeout: TIMEOUT });
  await page.evaluate(async (rest) => {
    const main = document.querySelector("main")!;
    let last = performance.now();
    const observer = new MutationObserver(() => {
      last = performance.now();
    });
    observer.observe(main, { subtree: true, childList: true, attributes: true });
    while (performance.now() - last < rest || main.getAttribute("aria-busy") === "true") {
      await new Promise((next) => setTimeout(next, rest / 10));
    }
    observer.disconnect();
  }, REST);
}

function unfit(address: string, why: string): VigieError {
  return new VigieError(
    "unfit-page",
    `${address} ne peut pas être imprimée : ${why}`,
    "Reconstruisez le site avec « npx vigie site », puis relancez.",
  );
}
