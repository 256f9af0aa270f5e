import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Preview, startDev } from "../../../cli/dev/dev.js";
import { placePageTables } from "../../../cli/dev/placePageTables.js";
import { placesOf } from "../../../cli/flow/places.js";
import { launchChromium } from "../../../cli/print/launchChromium.js";
import { BATCH, writePageTables } from "../../fixtures/pageTables.js";
import { writeFiles } from "../../fixtures/temporaryFolder.js";

const HOME = `# Accueil

\`\`\`js
const batch = FileAttachment("data/batch.json").json();
\`\`\`

Lot \${batch.batch} au \${batch.asOf}.
`;

let folder: string;
let pages: string;
let tables: string;
let preview: Preview;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-dev-test-"));
  pages = join(folder, "src");
  const places = placesOf({
    data: join(folder, "data"),
    registry: join(folder, "registry"),
    dist: join(folder, "dist"),
  });
  tables = join(places.tables, BATCH.batch);
  writePageTables(tables);
  writeFiles(pages, {
    "index.md": HOME,
    "style.css": '@import url("observablehq:default.css");',
    "data/batch.json.js": 'throw new Error("the loader must not run: its table is in place")',
  });
  const flow = { places, batch: BATCH.batch, spec: "combinaison", audience: "public" };
  preview = await startDev({ flow, pages, port: 0, say: () => {} });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(preview.address);
});
afterAll(async () => {
  await browser?.close();
  await preview?.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string): void => writeFiles(pages, { "index.md": text });
const alert = () => page.locator("#vigie-dev [role=alert]");
const main = () => page.locator("main");

async function shows(text: string | RegExp): Promise<void> {
  await main().getByText(text).first().waitFor();
}

test("a step that fails says so on the page, which stays open with the tables that are there", async () => {
  await shows(`Lot ${BATCH.batch}`);
  await alert().getByText("snapshot-missing").waitFor();
});

test("a page that is saved is updated in place", async () => {
  await page.evaluate(() => document.body.setAttribute("data-kept", ""));
  write(`${HOME}\nUne phrase de plus.\n`);
  await shows("Une phrase de plus.");
  expect(await page.locator("body[data-kept]").count()).toBe(1);
});

test("a table whose content changed reaches the open page; its loader does not run", async () => {
  writeFileSync(join(tables, "batch.json"), JSON.stringify({ ...BATCH, asOf: "2031-05-01" }));
  await placePageTables(pages, tables);
  await shows("2031-05-01");
  expect(await page.locator("body[data-kept]").count()).toBe(1);
});

test("a mistake is told on the page with its line and the nearest name, until it is repaired", async () => {
  write(`${HOME}\n\`\`\`js\ndisplay(bacth.batch);\n\`\`\`\n`);
  await alert().getByText("src/index.md:10").waitFor();
  expect(await alert().textContent()).toContain("« batch »");
  write(HOME);
  await alert().getByText("src/index.md:10").waitFor({ state: "detached" });
});

test("nothing is left once it is closed", async () => {
  await preview.close();
  await expect(fetch(preview.address)).rejects.toThrow();
  expect(existsSync(join(pages, ".observablehq", "build.lock"))).toBe(false);
});
