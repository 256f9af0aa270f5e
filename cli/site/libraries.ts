/**
 * Browser libraries that pages may use by Framework's own names (`Plot`, `d3`, `html`, `Inputs`,
 * `aq`, or `npm:<name>`). Their versions are those of the lockfile.
 */
export const LIBRARIES = ["@observablehq/plot", "arquero", "d3", "htl", "isoformat"] as const;

/** Kept in their own file, so that two libraries that need one do not both carry a copy of it. */
export const SHARED = ["d3"] as const;

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
