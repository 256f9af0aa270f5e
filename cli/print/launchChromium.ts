import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./findChromium.js";

/** Nothing that calls home, no profile kept; a sandbox needs rights that containers do not give. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts the Chromium of this machine, without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}
