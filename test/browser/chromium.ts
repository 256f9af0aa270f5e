import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Nothing that calls home, no profile kept; a sandbox needs rights that containers do not give. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, one on the `PATH`, or one that Playwright has downloaded.
 * Throws an error that says how to get one.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH : ${chosen} n’existe pas.`);
  const folders = (env.PATH ?? "").split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found =
    chosen ?? [...installed, ...playwrightBrowsers(env)].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "Chromium est introuvable : les tests de navigateur en ont besoin. Installez-le avec « apt-get install chromium » (Debian, Ubuntu), « brew install --cask chromium » (macOS) ou « npx playwright-core install chromium », ou donnez son chemin dans CHROMIUM_PATH.",
  );
}

function playwrightBrowsers(env: NodeJS.ProcessEnv): string[] {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => name.startsWith("chromium-"));
  return versions.sort().map((name) => join(cache, name, "chrome-linux", "chrome"));
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

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
  await page.goto(address, { waitUntil: "networkidle" });
  return {
    page,
    errors: errors!,
    requests: requests!,
    failed: failed!,
    outside: outside!,
    close: () => context.close(),
  };
}
