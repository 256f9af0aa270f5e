/**
 * Browser libraries that pages may use by Framework's own names (`Plot`, `d3`, `html`, `Inputs`,
 * `aq`, or `npm:<name>`). Their versions are those of the lockfile.
 */
export const LIBRARIES = [
  "@observablehq/plot",
  "@uwdata/flechette",
  "arquero",
  "d3",
  "duckdb-wasm",
  "htl",
  "fzstd",
  "hyparquet",
  "isoformat",
  "simple-statistics",
] as const;

/**
 * The installed package behind a name that pages use, where they differ. Framework holds
 * `@duckdb/duckdb-wasm` to a version of its own (`DUCKDB_WASM_VERSION` in `dist/duckdb.js`).
 */
const PACKAGES: Readonly<Record<string, string>> = { "duckdb-wasm": "@duckdb/duckdb-wasm" };

/** Name in `node_modules` of what pages call by this name. */
export const packageOf = (library: string): string => PACKAGES[library] ?? library;

/**
 * Files of a library that pages address by `import.meta.resolve("npm:<name>/<file>")`. With `.gz`
 * at the end, compressed here: 34 MB become 8, on a server that compresses nothing too.
 */
export const ASSETS: Readonly<Record<string, readonly string[]>> = {
  "duckdb-wasm": ["dist/duckdb-browser-eh.worker.js", "dist/duckdb-eh.wasm.gz"],
};

/**
 * Names for which Framework's client always asks a version, used or not, because it offers them as
 * free names (`dist/client/stdlib/recommendedLibraries.js`, `sampleDatasets.js`) or file methods.
 */
export const ALWAYS_ASKED = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
] as const;
