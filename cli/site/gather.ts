import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { listFiles } from "./files.js";

/** Module that imports all the others; the zero byte keeps other resolvers away (Rollup's custom). */
const ENTRY = "\0site";

/** Before an address that stays as it is, out of reach of what makes addresses absolute or not. */
const OUTSIDE = "outside:";

/** `import("../_import/components/figure.31f53692.js")` in the script of a page. */
const IMPORT = /import\("((?:\.{1,2}\/)+)(_import\/[^"]+\.js)"\)/g;

/** `import.meta.resolve("../../_npm/…")`, an address from where the module was. */
const RESOLVED = /import\.meta\.resolve\("([^"]+)"\)/g;

const PRELOAD = /<link rel="modulepreload" href="((?:\.{1,2}\/)+)_import\/[^"]+\.js">\n/g;

/**
 * Puts the modules of the pages, which Framework publishes one by one, in one file
 * (`_import/site.<hash>.js`), and makes the pages import it: a page asks for a dozen files rather
 * than forty, and the next page finds them in the cache.
 */
export async function gatherModules(folder: string): Promise<void> {
  const files = await listFiles(folder);
  const modules = files.filter((file) => /^_import\/.*\.js$/.test(file));
  if (modules.length === 0) return;
  const names = new Map(modules.map((file, i) => [file, `m${i}`]));
  const code = await bundle(folder, names);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
  const site = `_import/site.${hash}.js`;
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const path = join(folder, file);
    await writeFile(path, importFrom(site, names, await readFile(path, "utf8")));
  }
  for (const file of modules) await rm(join(folder, file));
  await removeEmptyFolders(join(folder, "_import"));
  await writeFile(join(folder, site), code);
}

/** Removes the folders below this one that hold no file. */
async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && (await listFiles(path)).length === 0) {
      await rm(path, { recursive: true });
    }
  }
}

/** A page that imports each module from the file that holds them all. */
function importFrom(site: string, names: ReadonlyMap<string, string>, html: string): string {
  let preloaded = false;
  return html
    .replaceAll(IMPORT, (found, root: string, file: string) => {
      const name = names.get(file);
      return name ? `import("${root}${site}").then((site) => site.${name})` : found;
    })
    .replaceAll(PRELOAD, (_, root: string) => {
      if (preloaded) return "";
      preloaded = true;
      return `<link rel="modulepreload" href="${root}${site}">\n`;
    });
}

async function bundle(folder: string, names: ReadonlyMap<string, string>): Promise<string> {
  const entry = [...names].map(([file, name]) => `export * as ${name} from "/${file}";`).join("\n");
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: folder,
    logLevel: "silent",
    plugins: [modulesOf(folder, names, entry)],
    build: {
      write: false,
      lib: { entry: ENTRY, formats: ["es"], fileName: "site" },
      rolldownOptions: { input: ENTRY, output: { minify: true, codeSplitting: false } },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  return output!.output[0].code.replaceAll(OUTSIDE, "");
}

/** Reads the modules by their published path; libraries and data stay where they are. */
function modulesOf(folder: string, names: ReadonlyMap<string, string>, entry: string): Plugin {
  return {
    name: "published-modules",
    enforce: "pre",
    resolveId(specifier, importer) {
      if (specifier === ENTRY) return ENTRY;
      const from = importer && importer !== ENTRY ? importer : "/";
      const path = posix.resolve(posix.dirname(from), specifier);
      if (names.has(path.slice(1))) return path;
      return { id: `${OUTSIDE}${posix.relative("/_import", path)}`, external: true };
    },
    async load(id) {
      if (id === ENTRY) return entry;
      const code = await readFile(join(folder, id), "utf8");
      const place = JSON.stringify(posix.relative("/_import", id));
      const addresses = code.replaceAll(
        RESOLVED,
        (_, path: string) => `new URL(${JSON.stringify(path)}, import.meta.url).href`,
      );
      return addresses.replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`);
    },
  };
}
