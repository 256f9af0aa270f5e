import { readFileSync } from "node:fs";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, visit } from "./chromium.js";
import { violations } from "./violations.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const open = (path: string) => visit(browser, new URL(path, inject("siteAddress")).href);

async function tableOf(figure: Locator): Promise<string[][]> {
  await figure.getByText("Voir les données").click();
  await figure.locator("tbody tr").first().waitFor();
  return figure
    .locator("tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")),
    );
}

test("an address compares two sectors: fields, chart, table and file say the same", async () => {
  const { page, errors, requests, close } = await open(
    "comparer?a=f&b=g&indicateur=effectif&indice=oui",
  );
  expect(await page.getByLabel("Comparer", { exact: true }).inputValue()).toBe("f");
  expect(await page.getByLabel("avec", { exact: true }).inputValue()).toBe("g");
  expect(await page.getByLabel("En indice, base 100").isChecked()).toBe(true);
  const figure = page.locator("main figure").first();
  const title = await figure.locator("h3").textContent();
  expect(title).toMatch(/^L’effectif salarié.*\(Construction\).*\(Commerce\)/);
  expect(await figure.locator("svg[role=img]").textContent()).toMatch(
    /Construction.*Commerce|Commerce.*Construction/,
  );
  const [head, ...rows] = await tableOf(figure);
  expect(head!.slice(0, 3)).toEqual(["Période", "Construction", "Commerce"]);
  expect(rows.length).toBeGreaterThan(10);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("effectif-f-g.csv");
  expect(readFileSync(await file.path(), "utf8")).toMatch(/^Période,Construction,Commerce,/);
  const read = requests.filter((url) => /\/data\/(secteurs|totaux|departements)\//.test(url));
  expect(new Set(read.map((url) => /data\/(\w+\/[\w-]+)\./.exec(url)?.[1]))).toEqual(
    new Set(["secteurs/f", "secteurs/g"]),
  );
  expect(errors).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await close();
});

test("a choice goes to the address, and a département brings the comparison to quarters", async () => {
  const { page, errors, close } = await open("comparer");
  await page.getByLabel("Comparer", { exact: true }).selectOption({ label: "Nord" });
  await page.getByLabel("avec", { exact: true }).selectOption({ label: "Hauts-de-France" });
  await page
    .getByLabel("Indicateur", { exact: true })
    .selectOption({ label: "Entreprises suivies" });
  await page
    .getByRole("heading", { level: 3, name: /\(Nord\).*\(Hauts-de-France\).*trimestre/ })
    .waitFor();
  expect(page.url()).toMatch(/\?a=nord&b=hauts-de-france&indicateur=entreprises$/);
  const [, first] = await tableOf(page.locator("main figure").first());
  expect(first![0]).toMatch(/^T[1-4]\s20\d\d$/);
  await page.reload();
  await page.getByRole("heading", { level: 3, name: /\(Nord\).*\(Hauts-de-France\)/ }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test("a sector page leads up to its section and down to the comparison", async () => {
  const { page, errors, close } = await open("secteurs/ca");
  const place = page.getByRole("navigation", { name: "Place du secteur" });
  expect(await place.textContent()).toMatch(
    /Tous secteurs › Industrie, énergie, eau et déchets › Industrie › Industries agroalimentaires/,
  );
  await page.getByLabel("Indicateur des graphiques").selectOption({ label: "Effectif salarié" });
  await page
    .getByRole("heading", { level: 3, name: /^Industries agroalimentaires.: l’effectif/ })
    .waitFor();
  await page.getByRole("link", { name: "Comparer à un autre secteur" }).click();
  await page.waitForURL(/comparer\?a=ca&indicateur=effectif$/);
  await page.getByRole("heading", { level: 3, name: /\(Industries agroalimentaires\)/ }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test("sectors are ranked at the level asked for, and each leads to its page", async () => {
  const { page, errors, close } = await open("secteurs/?niveau=A38&indicateur=entreprises");
  expect(await page.getByLabel("Détail des secteurs").inputValue()).toBe("A38");
  const [, ...rows] = await tableOf(page.locator("main figure").first());
  expect(rows.length).toBeGreaterThan(21);
  const links = await page
    .locator("main figure")
    .first()
    .locator("tbody a")
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  expect(links).toContain("/secteurs/ca");
  expect(errors).toEqual([]);
  await close();
});
