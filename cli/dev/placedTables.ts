import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@observablehq/framework/dist/config.js";

type Loaders = Config["loaders"];

/**
 * Makes Framework's loaders take the page tables that are in its cache by their content: it would
 * look at the date of the loader's file alone, and not see a table made anew, nor stop a loader from
 * running because it was saved. What it watches is then the table itself.
 */
export function usePlacedTables(loaders: Loaders, pages: string): void {
  const folder = join(".observablehq", "cache");
  const placed = (name: string): string | undefined => {
    const file = join(pages, folder, name);
    return /^\/?data\/.+\.(json|js|wasm)$/.test(name) && existsSync(file) ? file : undefined;
  };
  const hashOf = hasher();
  const { find, getSourceFileHash, getWatchPath } = loaders;
  loaders.find = (path) => {
    const loader = find.call(loaders, path);
    if (!loader || !placed(path)) return loader;
    return Object.assign(Object.create(loader), { load: async () => join(folder, path) });
  };
  loaders.getSourceFileHash = (name) => {
    const file = placed(name);
    return file ? hashOf(file) : getSourceFileHash.call(loaders, name);
  };
  loaders.getWatchPath = (name) => placed(name) ?? getWatchPath.call(loaders, name);
}

/** SHA-256 of a file, read again when its date or its size says that it may have changed. */
function hasher(): (file: string) => string {
  const known = new Map<string, { stamp: string; hash: string }>();
  return (file) => {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    const before = known.get(file);
    if (before?.stamp === stamp) return before.hash;
    const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
    known.set(file, { stamp, hash });
    return hash;
  };
}
