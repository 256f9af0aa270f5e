import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildSite, type SiteSummary } from "../../../cli/site/build.js";
import { placeTables } from "../../../cli/site/cache.js";
import { listFiles } from "../../../cli/site/files.js";
import { PAGES as PAGES_FOLDER } from "../../../cli/site/repository.js";
import { runFramework } from "../../../cli/site/runFramework.js";
import { vendorLibraries } from "../../../cli/site/vendor.js";
import { PAGE_TITLES } from "../../../src/data/pageTitles.js";
import { FAULT_CODES } from "../../../src/lib/faults/faults.js";
import { EDITOR_FIELDS } from "../../../src/lib/site/editor.js";
import { BATCH, writePageTables } from "../../fixtures/pageTables.js";
import { temporaryFolder, writeFiles } from "../../fixtures/temporaryFolder.js";

/** The pages that the configuration lists, with next to nothing in them. */
const PAGES = {
  "index.md":
    '# Accueil\n\n```js\ndisplay(await FileAttachment("data/accueil.json").json());\n```\n',
  "secteurs/index.md": "# Secteurs\n",
  "secteurs/[secteur].md": "# Secteur\n",
  "departements/index.md": "# Départements\n",
  "departements/[departement].md": "# Département\n",
  "comparer.md": "# Comparer\n",
  "signalees.md": "# Entreprises signalées\n",
  "procedures.md": "# Après une procédure\n",
  "explorer.md": "# Explorer\n",
  "regions/index.md": "# Régions\n",
  "regions/[region].md": "# Région\n",
  "modele.md": "# Modèle\n",
  "performance.md": "# Performances\n",
  "suivi.md": "# Suivi\n",
  "comprendre.md": "# Comprendre\n",
  "simulateur.md": "# Simulateur\n",
  "donnees.md": "# Données\n",
  "imports.md": "# Imports\n",
  "stats/index.md": "# Statistiques\n",
  "stats/place-des-entreprises.md": "# Place des Entreprises\n",
  "budget.md": "# Budget\n",
  "partenaires.md": "# Partenaires\n",
  "dictionnaire.md": "# Dictionnaire\n",
  "anomalies/index.md": "# Anomalies\n",
  "anomalies/[code].md": "# Anomalie\n",
  // Those that the footer of every page leads to.
  "plan-du-site.md": '# Plan\n\n<div id="plan"></div>\n',
  "accessibilite.md": "# Accessibilité\n",
  "mentions-legales.md": "# Mentions légales\n",
  "donnees-personnelles.md": '# Données personnelles\n\n<h2 id="cookies">Cookies</h2>\n',
  "ecoconception.md": "# Écoconception\n",
  "lexique.md": "# Lexique\n",
  "style.css": '@import url("observablehq:default.css");',
  // Framework looks for a loader before it takes what is in its cache.
  "data/accueil.json.js": 'throw new Error("the loader must not run: its table is in place")',
};

/** Pages of the site that are not above. Those of agents stay out. */
const OTHERS = Object.fromEntries(
  (await listFiles(PAGES_FOLDER))
    .filter((file) => file.endsWith(".md") && !/^(\.|\[espace\])/.test(file))
    .map((file) => [file, "# Page\n"]),
);

const MODEL_PAGE = "modele.md";

let pages: string;
let folder: string;
let tables: string;
let out: string;

/** One root for all: the libraries are vendored once. */
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), "vigie-pages-"));
});
afterAll(() => rmSync(pages, { recursive: true }));

beforeEach(() => {
  writeFiles(pages, { ...OTHERS, ...PAGES });
  folder = temporaryFolder();
  tables = join(folder, "tables");
  out = join(folder, "dist", "public");
  writePageTables(tables);
});

function build(page = PAGES[MODEL_PAGE], batch = BATCH.batch): Promise<SiteSummary> {
  writeFiles(pages, { [MODEL_PAGE]: page });
  return buildSite({ batch, out, tables, pages });
}

test("a site is built without network from pages and tables, dressed, announced and counted", async () => {
  const summary = await buildSite({ batch: BATCH.batch, out, tables, pages, theme: "etat" });
  const files = await listFiles(out);
  const html = files.filter((file) => file.endsWith(".html"));
  expect(summary.pages).toBe(html.length);
  expect(html.length).toBeGreaterThan(PAGE_TITLES.size + FAULT_CODES.length);
  expect(summary.files).toBe(files.length);
  expect(files).toContain("regions/bretagne.html");
  const table = files.find((file) => file.startsWith("_file/data/accueil."))!;
  const bytes = readFileSync(join(out, table));
  expect(bytes).toEqual(readFileSync(join(tables, "accueil.json")));
  for (const [path, title] of [
    ["regions/bretagne", "Bretagne"],
    ["departements/finistere", "Finistère (29)"],
    ["secteurs/f", "Construction"],
  ]) {
    expect(readFileSync(join(out, `${path}.html`), "utf8")).toContain(`<title>${title} | `);
  }
  const home = readFileSync(join(out, "index.html"), "utf8");
  expect(home).toContain('class="fr-header__brand"');
  const sheet = /<link rel="stylesheet" href="(_etat\/[^"]*)"/.exec(home)![1]!;
  expect(files).toEqual(expect.arrayContaining([sheet, "flux.xml", "sitemap.xml", "_headers"]));
  expect(readFileSync(join(out, "plan-du-site.html"), "utf8")).toContain(
    "./departements/finistere",
  );
  expect(summary.toComplete).toEqual(Object.values(EDITOR_FIELDS));
  expect(await listFiles(join(folder, "dist"))).toEqual(files.map((file) => `public/${file}`));
});

describe("the site that was there is left as it was", () => {
  beforeEach(() => {
    out = temporaryFolder({ "index.html": "previous" });
  });
  const found = () => ({
    site: readFileSync(join(out, "index.html"), "utf8"),
    leftOver: existsSync(`${out}.next`),
  });
  const UNCHANGED = { site: "previous", leftOver: false };

  test("when a page asks for a library that is not vendored: nothing leaves the machine", async () => {
    const page = "# Modèle\n\n```js\necharts.version\n```\n";
    await expect(build(page)).rejects.toMatchObject({
      code: "network-asked",
      message: expect.stringContaining("https://cdn.jsdelivr.net/npm/echarts"),
    });
    expect(found()).toEqual(UNCHANGED);
  });

  test("when a check refuses the pages", async () => {
    const page = "# Modèle\n\nEntreprise 005520135, [voir](/absente).\n";
    await expect(build(page)).rejects.toMatchObject({
      code: "unfit-site",
      details: ["modele.html : identifiant 005520135", "modele.html : lien sans page ./absente"],
    });
    expect(found()).toEqual(UNCHANGED);
  });

  test("when a table is cut short", async () => {
    truncateSync(join(tables, "regions.json"), 100);
    await expect(build()).rejects.toMatchObject({
      code: "unusable-table",
      message: expect.stringContaining("regions.json"),
    });
    expect(found()).toEqual(UNCHANGED);
  });

  test("when a table is missing, or of another batch", async () => {
    await expect(build(PAGES[MODEL_PAGE], "2609")).rejects.toMatchObject({ code: "other-batch" });
    writeFileSync(join(tables, "territoires/53.json"), "");
    await expect(build()).rejects.toThrow(/53\.json/);
    expect(found()).toEqual(UNCHANGED);
  });
});

test("a build that hangs is killed and said so", async () => {
  writeFiles(pages, {
    "data/lent.json.js": "setInterval(() => {}, 1000);",
    [MODEL_PAGE]: '# Modèle\n\n```js\nFileAttachment("data/lent.json").json()\n```\n',
  });
  await vendorLibraries(pages);
  await placeTables(pages, tables);
  const order = { pages, output: join(folder, "next"), date: BATCH.date, tables };
  await expect(runFramework(order, () => {}, 6)).rejects.toMatchObject({ code: "site-timeout" });
});
