import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";
import { identifiersIn } from "../../cli/site/identifiers.js";
import { listedNames } from "../../src/data/agents.js";
import type { AgentsList } from "../../src/lib/agents.js";
import { launchChromium, visit } from "./chromium.js";
import { violations } from "./violations.js";
import { WIDTHS } from "./widths.js";

const site = inject("agentsAddress");
const companies = listedNames(inject("agentsTables"));
const [first] = companies;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(WIDTHS)("at %i px", (width) => {
  test.each([
    ["the list", "agents/"],
    ["a sheet", `agents/${first?.siren}`],
  ])("%s opens cleanly, fits, and is accessible", async (_, path) => {
    const opened = await visit(browser, `${site}${path}`, { viewport: { width, height: 900 } });
    const { page } = opened;
    expect.soft(opened.errors).toEqual([]);
    expect.soft(opened.failed).toEqual([]);
    expect.soft(opened.outside).toEqual([]);
    expect.soft(await page.locator("main .observablehq--error").count()).toBe(0);
    expect
      .soft(await page.locator("header").textContent())
      .toMatch(/Espace agents.*Données fictives/);
    expect.soft(await page.locator("main").textContent()).toMatch(/à appeler, pas à blâmer/);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, "horizontal scroll, px").toBeLessThanOrEqual(0);
    expect.soft(await violations(page)).toEqual([]);
    await opened.close();
  });
});

test("a filter narrows the list, a name leads to the sheet that says why", async () => {
  const opened = await visit(browser, `${site}agents/`);
  const { page } = opened;
  expect(await page.locator(".companies tbody tr").count()).toBe(Math.min(companies.length, 50));
  await page.getByLabel("Nom, siren, commune ou activité").fill(first!.siren);
  await page.getByText(/^1\u00a0entreprise sur/).waitFor();
  await page.getByRole("link", { name: first!.name }).click();
  await page.getByRole("heading", { name: "Pourquoi cette entreprise est signalée" }).waitFor();
  await page.locator("main .figure svg").first().waitFor();
  expect(await page.title()).toContain(first!.name);
  await opened.close();
});

test("boxes are ticked from the keyboard, counted at once, and the address brings the choice back", async () => {
  const { companies: all } = JSON.parse(
    readFileSync(join(inject("agentsTables"), "liste.json"), "utf8"),
  ) as AgentsList;
  const expected = all.filter(
    ({ recent, plan, effectif }) =>
      !recent && plan === false && effectif !== null && effectif >= 10,
  ).length;
  const counted = new RegExp(`^${expected}\\u00a0entreprises? sur ${all.length},`);
  const opened = await visit(browser, `${site}agents/`);
  const { page } = opened;
  await page.getByLabel("Effectif d’au moins").fill("10");
  for (const label of ["Sans les entreprises de moins de trois ans", "Sans délai de paiement"]) {
    await page.getByLabel(label).focus();
    await page.keyboard.press("Space");
  }
  await page.getByText(counted).waitFor();
  expect(page.url()).toMatch(/\?effectif=10&sans-recentes=oui&sans-delai=oui$/);
  await page.reload();
  await page.getByText(counted).waitFor();
  expect(await page.getByLabel("Sans délai de paiement").isChecked()).toBe(true);
  await opened.close();
});

test("on a telephone the list is cards: no row is cut, and it is still a table to a screen reader", async () => {
  const opened = await visit(browser, `${site}agents/`, { viewport: { width: 390, height: 844 } });
  const { page } = opened;
  const hidden = await page
    .locator(".companies .table-scroll")
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(hidden).toBeLessThanOrEqual(0);
  expect(await page.getByRole("rowheader").count()).toBe(Math.min(companies.length, 50));
  expect(await page.getByRole("columnheader", { name: "Effectif" }).count()).toBe(1);
  await opened.close();
});

test("the downloaded list has one line a company shown", async () => {
  const opened = await visit(browser, `${site}agents/`);
  const [file] = await Promise.all([
    opened.page.waitForEvent("download"),
    opened.page.getByRole("button", { name: "Télécharger en CSV" }).click(),
  ]);
  const lines = readFileSync((await file.path())!, "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(companies.length + 1);
  expect(lines[0]).toMatch(/^Siren,Raison sociale,.*Dette Urssaf/);
  await opened.close();
});

test("every listed company has its sheet, and no other siren is in the site, search index included", async () => {
  const folder = inject("agentsFolder");
  const files = await listFiles(folder);
  const sirens = companies.map(({ siren }) => siren);
  expect(files).toEqual(expect.arrayContaining(sirens.map((siren) => `agents/${siren}.html`)));
  const found = files
    .filter((file) => /\.(html|json|js)$/.test(file))
    .flatMap((file) => identifiersIn(file, readFileSync(join(folder, file), "utf8")))
    .map((one) => one.slice(0, 9));
  expect([...new Set(found)].filter((siren) => !sirens.includes(siren))).toEqual([]);
});

test("the public site refers to nothing of the agents’ one", async () => {
  const folder = inject("siteFolder");
  const files = await listFiles(folder);
  expect(files.filter((file) => file.includes("agents"))).toEqual([]);
  const texts = files.filter((file) => /\.(html|json|js|css)$/.test(file));
  const referring = texts.filter((file) =>
    /\/agents\b|Espace agents|entreprises\//.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(referring).toEqual([]);
});
