import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { listFiles } from "../../../cli/site/files.js";
import { gatherModules } from "../../../cli/site/gather.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const PAGE = `<link rel="modulepreload" href="../_observablehq/client.1.js">
<link rel="modulepreload" href="../_import/components/a.11.js">
<link rel="modulepreload" href="../_import/lib/b.22.js">
<script type="module">const [{a}, {place}] = await Promise.all([import("../_import/components/a.11.js"), import("../_import/lib/b.22.js")]);</script>
`;

const SITE = {
  "regions/bretagne.html": PAGE,
  "_import/components/a.11.js":
    'import {b} from "../lib/b.22.js"; import {c} from "../../_npm/c@1/33.js"; export const a = b + c;',
  "_import/lib/b.22.js":
    'export const b = 1; export const place = () => new URL("../../regions/", import.meta.url).href; export const asset = () => import.meta.resolve("../../_npm/c@1/c.wasm");',
  "_import/style.44.css": "p{}",
  "_npm/c@1/33.js": "export const c = 2;",
};

test("the modules of the pages become one file that gives the same values", async () => {
  const folder = temporaryFolder(SITE);
  await gatherModules(folder);
  const files = await listFiles(folder);
  const site = files.find((file) => /^_import\/site\.[0-9a-f]{8}\.js$/.test(file))!;
  expect(files).toEqual([site, "_import/style.44.css", "_npm/c@1/33.js", "regions/bretagne.html"]);
  const modules = await import(/* @vite-ignore */ pathToFileURL(join(folder, site)).href);
  expect(modules.m0.a).toBe(3);
  expect(modules.m1.place()).toBe(pathToFileURL(join(folder, "regions/")).href);
  expect(modules.m1.asset()).toBe(pathToFileURL(join(folder, "_npm/c@1/c.wasm")).href);
});

test("pages import that file, and ask for it once ahead of time", async () => {
  const folder = temporaryFolder(SITE);
  await gatherModules(folder);
  const page = readFileSync(join(folder, "regions/bretagne.html"), "utf8");
  expect(page.match(/modulepreload" href="[^"]*"/g)).toEqual([
    'modulepreload" href="../_observablehq/client.1.js"',
    expect.stringMatching(/modulepreload" href="..\/_import\/site\.[0-9a-f]{8}\.js"/),
  ]);
  expect(page).toMatch(/import\("\.\.\/_import\/site\.\w+\.js"\)\.then\(\(site\) => site\.m0\)/);
  expect(page).not.toMatch(/components\/a|lib\/b/);
});
