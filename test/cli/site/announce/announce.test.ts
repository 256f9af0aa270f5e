import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { announce } from "../../../../cli/site/announce/announce.js";
import { temporaryFolder } from "../../../fixtures/temporaryFolder.js";

const PUBLICATIONS = [
  { batch: "2609", date: "2026-09-01", asOf: "2026-08-31", fictitious: false },
  { batch: "2610", date: "2026-10-01", asOf: "2026-09-30", fictitious: true },
];

const CHART =
  '<figure><h3>Les ouvertures <em>baissent</em></h3><div class="chart"><svg viewBox="0 0 36 28" width="36"><path d="M0,0L9,9" stroke="var(--vigie-subject)"/><svg width="1"></svg></svg></div></figure>';

const page = (title: string, body: string): string =>
  `<html lang="fr"><head><title>${title} | Vigie</title></head><body><main>${body}</main></body></html>`;

const SITE = {
  "index.html": page("Accueil", `<h1>Repérer tôt</h1><p class="lead">Pour agir.</p>${CHART}`),
  "regions/index.html": page("Régions", `<h1>Où ?</h1>${CHART}`),
  "regions/ile-de-france.html": page("Île-de-France", "<h1>Les entreprises</h1>"),
  "regions/corse.html": page("Corse &amp; îles", "<h1>Les entreprises</h1>"),
  "anomalies/index.html": page("Anomalies", "<h1>Anomalies</h1>"),
  "anomalies/b.html": page("Anomalie", "<h1>Ligne vide</h1>"),
  "anomalies/a.html": page("Anomalie", "<h1>Date future</h1>"),
  "plan-du-site.html": page("Plan du site", '<h1>Plan</h1><div id="plan"></div>'),
  "404.html": page("Page introuvable", "<h1>Cette page n’existe pas</h1>"),
};

let site: string;
const read = (file: string): string => readFileSync(join(site, file), "utf8");

beforeEach(async () => {
  site = temporaryFolder(SITE);
  const base = "https://exemple.gouv.fr/";
  await announce(site, { base, date: "2026-10-01", publications: PUBLICATIONS });
});

test("the plan leads to every page, those of a folder under its own, in French order", () => {
  const links = [...read("plan-du-site.html").matchAll(/<a href="([^"]*)">([^<]*)</g)];
  expect(links.map(([, address, title]) => `${address} ${title}`)).toEqual([
    "./ Accueil",
    "./anomalies/ Anomalies",
    "./anomalies/a Date future",
    "./anomalies/b Ligne vide",
    "./plan-du-site Plan du site",
    "./regions/ Régions",
    "./regions/corse Corse &amp; îles",
    "./regions/ile-de-france Île-de-France",
    "./flux.xml le flux Atom",
  ]);
});

test("the map for search engines lists the same pages by their full address", () => {
  const locations = [...read("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at]) => at);
  expect(locations).toHaveLength(Object.keys(SITE).length - 1);
  expect(locations).toContain("https://exemple.gouv.fr/");
  expect(locations).toContain("https://exemple.gouv.fr/regions/corse");
  expect(read("robots.txt")).toContain("Sitemap: https://exemple.gouv.fr/sitemap.xml");
});

test("the feed has one entry per batch, the latest first", () => {
  const feed = read("flux.xml");
  expect([...feed.matchAll(/<title>(Lot \d+)/g)].map(([, lot]) => lot)).toEqual([
    "Lot 2610",
    "Lot 2609",
  ]);
  expect(feed).toContain("<updated>2026-10-01T00:00:00Z</updated>");
  expect(feed.match(/Données fictives/g)).toHaveLength(1);
});

test("a page says its title, its first words and its picture to networks", () => {
  const home = read("index.html");
  expect(home).toContain('<meta property="og:title" content="Accueil">');
  expect(home).toContain('<meta name="description" content="Repérer tôt — Pour agir.">');
  expect(home).toContain('content="https://exemple.gouv.fr/apercus/index.png"');
  expect(home).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(home).toContain('type="application/atom+xml" title="Publications" href="./flux.xml"');
});

test("a page that opens on a chart is described by what the chart shows", () => {
  expect(read("regions/index.html")).toContain(
    '<meta name="description" content="Où ? — Les ouvertures baissent">',
  );
});

test("a page without chart takes the picture of its folder, or none", () => {
  expect(read("regions/corse.html")).toContain("apercus/regions-index.png");
  expect(read("regions/corse.html")).toContain('og:title" content="Corse &amp; îles"');
  expect(read("plan-du-site.html")).not.toContain("og:image");
});

test("the pictures are PNG files of the size that is told", () => {
  const picture = readFileSync(join(site, "apercus/index.png"));
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("the page for wrong addresses is announced nowhere", () => {
  expect(read("404.html")).toBe(SITE["404.html"]);
});

test("the site of agents has its plan, and asks robots to stay away", async () => {
  site = temporaryFolder(SITE);
  await announce(site, { date: "2026-10-01", publications: PUBLICATIONS });
  expect(read("plan-du-site.html")).toContain("./regions/corse");
  expect(read("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  expect(["flux.xml", "sitemap.xml"].some((file) => existsSync(join(site, file)))).toBe(false);
});
