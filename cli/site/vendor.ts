import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { VigieError } from "../../src/lib/error.js";
import { bundleLibrary } from "./bundle.js";
import { ALWAYS_ASKED, ASSETS, LIBRARIES, packageOf } from "./libraries.js";
import { REPOSITORY } from "./repository.js";

/** Framework only needs some version for a library that no page uses; an empty folder gives it. */
const ABSENT_VERSION = "0.0.0";

/** Path below `_npm` → SHA-256, and the folder names that pin versions. */
interface Stamp {
  recipe: string;
  folders: string[];
  files: Record<string, string>;
}

/**
 * Fills Framework's library cache (`<pages>/.observablehq/cache/_npm`) from `node_modules`, so that
 * no build asks anything of the network. Does nothing when the cache already holds
 * these versions, byte for byte. Throws a VigieError when a library is not installed.
 *
 * Framework looks for versions in the names of these folders before it asks the registry, and uses
 * any file found there (`src/npm.ts`, `resolveNpmVersion` and `populateNpmCache`, 1.13.4).
 */
export async function vendorLibraries(pages: string): Promise<{ reused: boolean }> {
  const cache = join(pages, ".observablehq", "cache");
  const folders = new Map(
    [...new Set([...LIBRARIES, ...ALWAYS_ASKED])].sort().map((name) => [name, folderOf(name)]),
  );
  const stampFile = join(cache, "vendor.json");
  const expected = { recipe: recipe(), folders: [...folders.values()] };
  if (isCurrent(cache, stampFile, expected)) return { reused: true };

  const files = new Map<string, string | Buffer>();
  for (const name of LIBRARIES) {
    files.set(`${folders.get(name)}/_esm.js`, await bundleLibrary(name));
    for (const asset of ASSETS[name] ?? []) {
      files.set(`${folders.get(name)}/${asset}`, readAsset(name, asset));
    }
  }
  await rm(stampFile, { force: true });
  await rm(join(cache, "_npm"), { recursive: true, force: true });
  for (const folder of folders.values()) {
    await mkdir(join(cache, "_npm", folder), { recursive: true });
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(cache, "_npm", path)), { recursive: true });
    await writeFile(join(cache, "_npm", path), content);
  }
  const hashes = [...files].map(([path, content]) => [path, sha256(content)]);
  await writeStamp(stampFile, { ...expected, files: Object.fromEntries(hashes) });
  return { reused: false };
}

function folderOf(name: string): string {
  const manifest = join(packageFolder(name), "package.json");
  if (existsSync(manifest)) {
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return `${name}@${version}`;
  }
  if (!(LIBRARIES as readonly string[]).includes(name)) return `${name}@${ABSENT_VERSION}`;
  throw new VigieError(
    "missing-library",
    `la bibliothèque ${name}, utilisée par les pages, n’est pas installée`,
    "Lancez npm ci à la racine du dépôt.",
    2,
  );
}

const packageFolder = (name: string): string => join(REPOSITORY, "node_modules", packageOf(name));

/** The header that zlib writes holds no date: same file, same bytes. */
function readAsset(name: string, asset: string): Buffer {
  const file = readFileSync(join(packageFolder(name), asset.replace(/\.gz$/, "")));
  return asset.endsWith(".gz") ? gzipSync(file) : file;
}

/** What the bundles depend on besides versions: the code that makes them. */
function recipe(): string {
  const sources = ["bundle.ts", "libraries.ts"].map((file) =>
    readFileSync(new URL(file, import.meta.url)),
  );
  return sha256(Buffer.concat(sources));
}

function isCurrent(cache: string, stampFile: string, expected: Omit<Stamp, "files">): boolean {
  if (!existsSync(stampFile)) return false;
  const { files, ...stamp } = JSON.parse(readFileSync(stampFile, "utf8")) as Stamp;
  if (JSON.stringify(stamp) !== JSON.stringify(expected)) return false;
  if (!stamp.folders.every((folder) => existsSync(join(cache, "_npm", folder)))) return false;
  return Object.entries(files).every(([path, hash]) => {
    const file = join(cache, "_npm", path);
    return existsSync(file) && sha256(readFileSync(file)) === hash;
  });
}

/** Renamed into place: a stamp that exists is whole, or the next build would stumble on it. */
async function writeStamp(file: string, stamp: Stamp): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.next`, `${JSON.stringify(stamp, null, 2)}\n`);
  await rename(`${file}.next`, file);
}

const sha256 = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");
