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
import { runFramework } from "../../../cli/site/runFramework.js";
import { vendorLibraries } from "../../../cli/site/vendor.js";
import { PAGE_TITLES } from "../../../src/data/pageTitles.js";
import { FAULT_CODES } from "../../../src/lib/faults/faults.js";
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
  "explorer.md": "# Explorer\n",
  "regions/index.md": "# Régions\n",
  "regions/[region].md": "# Région\n",
  "modele.md": "# Modèle\n",
  "donnees.md": "# Données\n",
  "imports.md": "# Imports\n",
  "dictionnaire.md": "# Dictionnaire\n",
  "anomalies/index.md": "# Anomalies\n",
  "anomalies/[code].md": "# Anomalie\n",
  "style.css": '@import url("observablehq:default.css");',
  // Framework looks for a loader before it takes what is in its cache.
  "data/accueil.json.js": 'throw new Error("the loader must not run: its table is in place")',
};

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
  writeFiles(pages, PAGES);
  folder = temporaryFolder();
  tables = join(folder, "tables");
  out = join(folder, "dist", "public");
  writePageTables(tables);
});

function build(page = PAGES[MODEL_PAGE], batch = BATCH.batch): Promise<SiteSummary> {
  writeFiles(pages, { [MODEL_PAGE]: page });
  return buildSite({ batch, out, tables, pages });
}

test("a site is built without network from pages and tables, and counted", async () => {
  const summary = await build();
  const files = await listFiles(out);
  expect(summary.pages).toBe(PAGE_TITLES.size + 11 + FAULT_CODES.length);
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
