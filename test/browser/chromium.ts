import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openLive } from "../../cli/print/openLive.js";

export { launchChromium } from "../../cli/print/launchChromium.js";

/** All that went wrong while a page was open, and what it asked for. */
export interface Visit {
  page: Page;
  /** Console errors and warnings about the content policy, uncaught errors, unhandled rejections. */
  errors: string[];
  requests: string[];
  failed: string[];
  /** Requests that would have left this machine; they are refused. */
  outside: string[];
  close(): Promise<void>;
}

/**
 * Opens an address in a new profile and waits until it is drawn and asks for nothing more. A request
 * whose path `instead` knows gets what it gives, bytes or JSON, rather than the file of the site.
 */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  instead: (path: string) => object | undefined = () => undefined,
): Promise<Visit> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  const page = await context.newPage();
  const [errors, requests, failed, outside]: string[][] = [[], [], [], []];
  const { origin } = new URL(address);
  await context.route("**/*", (route) => {
    const url = route.request().url();
    const given = instead(new URL(url).pathname);
    if (given instanceof Uint8Array) return route.fulfill({ body: Buffer.from(given) });
    if (given) return route.fulfill({ json: given });
    if (url.startsWith(origin) || /^(data|blob):/.test(url)) return route.continue();
    outside!.push(url);
    return route.abort();
  });
  page.on("request", (request) => requests!.push(request.url()));
  page.on("requestfailed", (request) => failed!.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) failed!.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors!.push(message.text());
  });
  // Playwright reports unhandled rejections here too.
  page.on("pageerror", (error) => errors!.push(error.message));
  await openLive(page, address);
  return {
    page,
    errors: errors!,
    requests: requests!,
    failed: failed!,
    outside: outside!,
    close: () => context.close(),
  };
}
