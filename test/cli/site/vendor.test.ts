import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALWAYS_ASKED, LIBRARIES } from "../../../cli/site/libraries.js";
import { vendorLibraries } from "../../../cli/site/vendor.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const versionOf = (name: string): string => {
  const path = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")).version;
};

const npm = (pages: string, ...path: string[]): string =>
  join(pages, ".observablehq", "cache", "_npm", ...path);

const module = (pages: string, name: string): string =>
  npm(pages, `${name}@${versionOf(name)}`, "_esm.js");

test("fills Framework's cache with the installed versions, and only once", async () => {
  const pages = temporaryFolder();
  expect(await vendorLibraries(pages)).toEqual({ reused: false });
  for (const name of LIBRARIES) expect(existsSync(module(pages, name)), name).toBe(true);
  for (const name of ALWAYS_ASKED) {
    const version = existsSync(new URL(`../../../node_modules/${name}`, import.meta.url))
      ? versionOf(name)
      : "0.0.0";
    expect(existsSync(npm(pages, `${name}@${version}`)), name).toBe(true);
  }
  expect(await vendorLibraries(pages)).toEqual({ reused: true });
});

test("a library cut short or changed by hand is made again, with the same bytes", async () => {
  const pages = temporaryFolder();
  await vendorLibraries(pages);
  const file = module(pages, "d3");
  const bytes = readFileSync(file, "utf8");
  writeFileSync(file, bytes.slice(0, 12_288));
  expect(await vendorLibraries(pages)).toEqual({ reused: false });
  expect(readFileSync(file, "utf8")).toBe(bytes);
});

test("Plot asks for the d3 that pages use rather than carrying its own", async () => {
  const pages = temporaryFolder();
  await vendorLibraries(pages);
  const plot = readFileSync(module(pages, "@observablehq/plot"), "utf8");
  expect(plot).toContain(`from"../../d3@${versionOf("d3")}/_esm.js"`);
});
