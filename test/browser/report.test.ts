import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { printPage } from "../../cli/print/printPage.js";
import { reportsOf } from "../../src/lib/reports/reportPeriods.js";
import { launchChromium, visit } from "./chromium.js";

const hasPoppler = spawnSync("pdftoppm", ["-v"]).error === undefined;
const BASE = "https://vigie.exemple/";
const FOOT = "Rapport annuel d’essai";
const [report] = reportsOf("2026-09-30");
const path = report!.path.slice(1);

let browser: Browser;
let prints: Buffer[];
beforeAll(async () => {
  browser = await launchChromium();
  const served = inject("siteAddress");
  const options = { base: BASE, served, path, foot: FOOT, day: "2026-10-01" };
  prints = [await printPage(browser, options), await printPage(browser, options)];
}, 60_000);
afterAll(() => browser?.close());

describe("the annual report in PDF", () => {
  test("has the same bytes each time it is printed", () => {
    expect(prints[0]!.equals(prints[1]!)).toBe(true);
  });

  test("is tagged, says its language, and leads to the public address", () => {
    const text = prints[0]!.toString("latin1");
    expect(text).toContain("/StructTreeRoot");
    expect(text).toMatch(/\/Lang ?\(fr/);
    expect(text).toContain(`(${BASE}`);
    expect(text).not.toContain("127.0.0.1");
  });

  test("has no chart or table wider than its page", async () => {
    /** A4 without the margins of the print, in CSS pixels. */
    const viewport = { width: 680, height: 1000 };
    const address = new URL(path, inject("siteAddress")).href;
    const { page, close } = await visit(browser, address, { viewport });
    await page.emulateMedia({ media: "print" });
    const wide = await page.$$eval("main svg, main table", (parts) =>
      parts.flatMap((part) => {
        const { right } = part.getBoundingClientRect();
        return right > innerWidth + 1 ? [`${part.localName} ${right}`] : [];
      }),
    );
    expect(wide).toEqual([]);
    await close();
  });
});

describe.skipIf(!hasPoppler)(`its pages${hasPoppler ? "" : " (skipped: poppler absent)"}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-report-"));
  const file = join(folder, "report.pdf");
  beforeAll(() => writeFileSync(file, prints[0]!));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are several, and none is blank", () => {
    execFileSync("pdftoppm", ["-r", "30", "-gray", file, join(folder, "page")]);
    const pages = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      expect(inkShare(readFileSync(join(folder, page)))).toBeGreaterThan(0.005);
  });

  test("do not end with a heading, which would be away from what it announces", async () => {
    const address = new URL(path, inject("siteAddress")).href;
    const { page, close } = await visit(browser, address);
    const headings = await page.locator("main h2, main h3, main caption").allTextContents();
    await close();
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const lasts = words.split("\f").flatMap((text) => {
      const lines = text.split("\n").map(bare).filter(Boolean);
      return lines.filter((line) => !line.startsWith(bare(FOOT))).slice(-1);
    });
    expect(lasts.length).toBeGreaterThan(1);
    const orphans = lasts.filter((last) => headings.some((one) => bare(one).endsWith(last)));
    expect(orphans).toEqual([]);
  });
});

/** Words without their spaces, which a PDF does not keep. */
const bare = (text: string): string => text.replaceAll(/\s+/g, "");

/** Share of the pixels of a binary PGM that are not white, the foot of the page left out. */
function inkShare(pgm: Buffer): number {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString("latin1", 0, 40))!;
  const pixels = pgm.subarray(head[0].length, Math.floor(pgm.length * 0.92));
  return pixels.filter((grey) => grey < 250).length / pixels.length;
}
