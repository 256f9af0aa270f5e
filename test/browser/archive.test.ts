import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { notebookCommand } from "../../cli/commands/notebook.js";
import { Terminal } from "../../cli/terminal.js";
import { launchChromium } from "./chromium.js";

const dist = inject("distFolder");
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Archives a notebook; returns its files, by extension. */
async function archived(...words: string[]): Promise<Record<"html" | "pdf", Buffer>> {
  const out = mkdtempSync(join(tmpdir(), "vigie-archive-"));
  const silent = new Terminal(true, sink(), sink());
  await notebookCommand(silent).parseAsync([...words, "--dist", dist, "--out", out], {
    from: "user",
  });
  const [name, , parameter = ""] = words;
  const stem = `${name}${parameter ? `-${parameter.replace("=", "-")}` : ""}-lot-2610`;
  const read = (extension: string) => readFileSync(join(out, `${stem}.${extension}`));
  return { html: read("html"), pdf: read("pdf") };
}

const sink = () => ({ write: () => true }) as unknown as NodeJS.WriteStream;

test("an archive has the same bytes twice, its parameters, the hash of its data, and no script", async () => {
  const first = await archived("secteur", "--param", "secteur=F");
  const second = await archived("secteur", "--param", "secteur=F");
  expect(second.html.equals(first.html)).toBe(true);
  expect(second.pdf.equals(first.pdf)).toBe(true);
  const html = first.html.toString("utf8");
  expect(html).toMatch(
    /Carnet secteur \(secteur=F\) · lot 2610 · données [0-9a-f]{16} · données fictives/,
  );
  expect(html).not.toMatch(/<script|<link|src="(?!data:)/);
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setContent(html);
  // The query of DuckDB, the last to come, is in the archive.
  expect(await page.locator("caption", { hasText: "Contribution moyenne" }).count()).toBe(1);
  // So is the table behind the chart, which the page makes when it is asked.
  expect(await page.locator("caption", { hasText: "Aire sous la courbe ROC" }).count()).toBe(1);
  expect(await page.locator("select").first().inputValue()).toBe("F");
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([]);
  await page.close();
});

test.each([
  [["secteur", "--param", "secteur=ZZ"], "unknown-value"],
  [["secteur", "--param", "secteurs=F"], "unknown-parameter"],
  [["secter"], "unknown-notebook"],
  [["secteur", "--param", "secteur"], "usage"],
])("%j is refused with what to write instead", async (words, code) => {
  await expect(archived(...words)).rejects.toMatchObject({ code });
});
