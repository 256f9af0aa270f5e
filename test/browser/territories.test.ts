import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium, visit } from "./chromium.js";
import { violations } from "./violations.js";

const site = inject("siteAddress");
/** A région page weighs less than this on its first load, compressed (issue 5). */
const FIRST_LOAD_BYTES = 500_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const open = (path: string) => visit(browser, new URL(path, site).href);

/** Name of what has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);

/** Part of the drawing that the frame of the map shows. */
const frame = (page: Page): Promise<string | null> =>
  page.locator(".chart svg[role=img] > svg").first().getAttribute("viewBox");

describe("a map", () => {
  test.each(["departements/", "regions/"])(
    "of %s is enlarged on a région and brought back from the keyboard, the focus going with it",
    async (path) => {
      const { page, errors, close } = await open(path);
      const whole = await frame(page);
      const bretagne = page.getByRole("button", { name: /^Bretagne.*Agrandir$/ });
      await bretagne.focus();
      await page.keyboard.press("Enter");
      expect(await frame(page)).not.toBe(whole);
      expect(await focused(page)).toMatch(/Voir la page$/);
      const links = page.getByRole("group", { name: /carte/ }).getByRole("link");
      const named = await links.evaluateAll((all) =>
        all.map((one) => one.getAttribute("aria-label")),
      );
      expect(
        named.filter((name) => /^(Côtes|Finistère|Ille|Morbihan)/.test(name ?? "")),
      ).toHaveLength(4);
      expect(new URL(page.url()).searchParams.get("zoom")).toBe("53");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await frame(page)).toBe(whole);
      expect(await focused(page)).toMatch(/^Bretagne.*Agrandir$/);
      expect(errors).toEqual([]);
      await close();
    },
  );

  test("is enlarged by a click and from the list, and brought back by the button", async () => {
    const { page, errors, close } = await open("departements/");
    const whole = await frame(page);
    const back = page.getByRole("button", { name: "Toute la France" });
    expect(await back.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Normandie.*Agrandir$/ }).click();
    const normandie = await frame(page);
    expect(normandie).not.toBe(whole);
    await page.getByLabel("Agrandir une région").selectOption({ label: "Corse" });
    expect(await frame(page)).not.toBe(normandie);
    await back.click();
    expect(await frame(page)).toBe(whole);
    expect(errors).toEqual([]);
    await close();
  });

  test("opens as its address says, an image with its table behind", async () => {
    const { page, close } = await open("departements/?zoom=11");
    const figure = page.locator("figure").first();
    expect(await frame(page)).not.toBe("0 0 2452 2340");
    const title = await figure.locator("h3").textContent();
    const label = await figure.locator("svg[role=img]").getAttribute("aria-label");
    const plain = (text: string | null) => (text ?? "").replace(/\s/g, " ");
    expect(plain(label)).toContain(plain(title));
    await figure.getByText("Voir les données").click();
    await figure.locator("tbody tr").first().waitFor();
    expect(await figure.locator("tbody tr").count()).toBeGreaterThan(18);
    await close();
  });
});

test("a région page states findings, its table follows the choice, and it weighs little", async () => {
  const { page, errors, requests, close } = await open("regions/bretagne");
  const titles = await page.locator("figure h3").allTextContents();
  expect(titles[0]).toMatch(/ en Bretagne/);
  expect(titles.every((title) => /\d|publiée/.test(title))).toBe(true);
  expect(requests.filter((address) => /duckdb|\.wasm/.test(address))).toEqual([]);
  expect(await compressedBytes(page)).toBeLessThan(FIRST_LOAD_BYTES);
  await page.getByLabel("Indicateur des graphiques").selectOption("effectif");
  const figure = page.locator("figure").first();
  await page.getByRole("heading", { name: /^L’effectif salarié/ }).waitFor();
  await figure.getByText("Voir les données").click();
  const first = await figure.locator("tbody tr").first().textContent();
  expect(first).toMatch(/20\d\d/);
  expect(new URL(page.url()).searchParams.get("indicateur")).toBe("effectif");
  expect(errors).toEqual([]);
  await close();
});

test("a département page is by quarter, next to its région and France, and tells its rank", async () => {
  const { page, errors, close } = await open("departements/nord");
  expect(await page.locator("h1").textContent()).toBe("Les entreprises dans le Nord");
  expect(await page.title()).toMatch(/^Nord \(59\) \| /);
  const first = page.locator("figure").first();
  const drawn = await first.locator("svg[role=img]").textContent();
  for (const name of ["Nord", "Hauts-de-France", "France"]) expect(drawn).toContain(name);
  await first.getByText("Voir les données").click();
  expect(await first.locator("tbody th").first().textContent()).toMatch(/^T[1-4]\s20\d\d$/);
  const rank = await page.locator("figure h3").nth(1).textContent();
  expect(rank).toMatch(/^Nord.*valeur des \d+ départements|valeur la plus élevée/);
  expect(errors).toEqual([]);
  await close();
});

test("the way of a figure is told below its definition, without the parameters of its protection", async () => {
  const { page, close } = await open("donnees#part_en_dette");
  const section = page.locator("section#part_en_dette");
  await section.getByText("D’où vient ce chiffre").click();
  const told = (await section.locator("ol").textContent()) ?? "";
  for (const part of ["lignes retenues", "Calcul", "cases calculées", "masquées", "Publié de"]) {
    expect(told.replace(/\s/g, " ")).toContain(part);
  }
  expect(told).not.toMatch(/85|dominance|seuil/i);
  await close();
});

/** What the page asked for, as a server that compresses would send it. */
async function compressedBytes(page: Page): Promise<number> {
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  );
  let bytes = 0;
  for (const address of [page.url(), ...new Set(addresses)]) {
    if (!address.startsWith(site)) continue;
    const response = await fetch(address);
    bytes += gzipSync(new Uint8Array(await response.arrayBuffer())).length;
  }
  return bytes;
}
