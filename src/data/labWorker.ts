import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const ENTRY = fileURLToPath(new URL("../components/lab/labWorker.ts", import.meta.url));

/** Same targets as Framework's own client (`dist/rollup.js`). */
const TARGET = ["es2022", "chrome96", "firefox96", "safari16"];

/**
 * HiGHS asks for its WebAssembly module beside its script; in the worker its address is that of the
 * site, in the fragment of the worker's own.
 */
const solver: Plugin = {
  name: "solver",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^highs$/ }, ({ importer }) =>
      importer.endsWith("?solver") ? undefined : { path: "highs?solver", namespace: "solver" },
    );
    onLoad({ filter: /.*/, namespace: "solver" }, () => ({
      contents: `import load from ${JSON.stringify(SOLVER)};
        export default () => load({ locateFile: () => decodeURIComponent(location.hash.slice(1)) });`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    }));
  },
};

const SOLVER = createRequire(import.meta.url).resolve("highs");

/** The worker of the model lab as one module, with the project's own fit and the libraries it uses. */
export async function bundleLabWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: TARGET,
    legalComments: "none",
    logLevel: "silent",
    external: ["fs", "path", "crypto", "node:*"],
    plugins: [solver],
  });
  return outputFiles[0]!.text;
}

/** The WebAssembly module of HiGHS. */
export const readSolver = (): Buffer => readFileSync(SOLVER.replace(/\.js$/, ".wasm"));
