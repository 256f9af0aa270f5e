import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ALWAYS_ASKED, LIBRARIES, packageOf } from "../../../cli/site/libraries.js";
import { vendorLibraries } from "../../../cli/site/vendor.js";
import { ENGINE_BYTES } from "../../../src/lib/explorer/engineSize.js";

const versionOf = (name: string): string => {
  const path = new URL(`../../../node_modules/${packageOf(name)}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")).version;
};

const npm = (pages: string, ...path: string[]): string =>
  join(pages, ".observablehq", "cache", "_npm", ...path);

const module = (pages: string, name: string): string =>
  npm(pages, `${name}@${versionOf(name)}`, "_esm.js");

/** Filled by the first test, read by the next ones: filling it takes seconds. */
let pages: string;
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), "vigie-vendor-"));
});
afterAll(() => rmSync(pages, { recursive: true }));

test("fills Framework's cache with the installed versions, and only once", async () => {
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

test("DuckDB for the browser comes from the lockfile, compressed to what its button announces", () => {
  const folder = npm(pages, `duckdb-wasm@${versionOf("duckdb-wasm")}`, "dist");
  const compressed = readFileSync(join(folder, "duckdb-eh.wasm.gz"));
  const installed = new URL(
    "../../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
    import.meta.url,
  );
  expect(gunzipSync(compressed).equals(readFileSync(installed))).toBe(true);
  expect(Math.round(compressed.length / 1e6)).toBe(ENGINE_BYTES / 1e6);
  expect(existsSync(join(folder, "duckdb-browser-eh.worker.js"))).toBe(true);
});

test("a library cut short or changed by hand is made again, with the same bytes", async () => {
  const file = module(pages, "d3");
  const bytes = readFileSync(file, "utf8");
  writeFileSync(file, bytes.slice(0, 12_288));
  expect(await vendorLibraries(pages)).toEqual({ reused: false });
  expect(readFileSync(file, "utf8")).toBe(bytes);
});

test("Plot carries what it uses of d3: a chart asks for no other library", () => {
  const plot = readFileSync(module(pages, "@observablehq/plot"), "utf8");
  expect(plot).not.toMatch(/\bfrom\s*"|\bimport\s*["(]/);
});
