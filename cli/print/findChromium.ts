import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { VigieError } from "../../src/lib/error.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, one on the `PATH`, or one that Playwright has downloaded.
 *
 * @throws VigieError `no-chromium`, which says how to get one.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw noChromium(`CHROMIUM_PATH : ${chosen} n’existe pas`);
  const folders = (env.PATH ?? "").split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found =
    chosen ?? [...installed, ...playwrightBrowsers(env)].find((path) => existsSync(path));
  if (found) return found;
  throw noChromium("Chromium est introuvable");
}

function playwrightBrowsers(env: NodeJS.ProcessEnv): string[] {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => name.startsWith("chromium-"));
  return versions.sort().map((name) => join(cache, name, "chrome-linux", "chrome"));
}

function noChromium(message: string): VigieError {
  return new VigieError(
    "no-chromium",
    message,
    "Installez-le avec « apt-get install chromium » (Debian, Ubuntu), « brew install --cask chromium » (macOS) ou « npx playwright-core install chromium », ou donnez son chemin dans CHROMIUM_PATH.",
    2,
  );
}
