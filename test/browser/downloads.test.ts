import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, visit } from "./chromium.js";

/** First bytes of every PNG file (ISO/IEC 15948, 5.2). */
const PNG_SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("a figure gives its data, its drawing and its picture, and its table on demand", async () => {
  const { page, errors, close } = await visit(browser, inject("siteAddress"));
  const figure = page.locator("figure").first();

  async function download(format: string): Promise<Buffer> {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: format }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`ouvertures-france.${format.toLowerCase()}`);
    return readFileSync(await file.path());
  }

  const csv = (await download("CSV")).toString("utf8");
  expect(csv).toMatch(/Mois,Ouvertures sur douze mois\r?\n\d{4}-\d{2},/);
  expect((await download("SVG")).toString("utf8")).toMatch(/^<svg .*<title>.*<\/title>/s);
  expect([...(await download("PNG")).subarray(0, 8)]).toEqual(PNG_SIGNATURE);

  await figure.getByText("Voir les données").click();
  const rows = figure.locator("table tbody tr");
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThanOrEqual(10);
  expect(errors).toEqual([]);
  await close();
});
