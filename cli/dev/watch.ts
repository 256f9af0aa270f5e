import { createHash } from "node:crypto";
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/** Editors write a file in several goes: what comes within this is one change. */
const QUIET_MILLISECONDS = 60;

/** What a folder of sources never holds, or what the preview writes itself. */
const IGNORED = /^\.|^node_modules$|^registry$/;

/**
 * Tells which files changed by content below these folders and beside them in `root`; a file that is
 * touched, or saved as it was, has not. New folders are watched too.
 */
export function watchSources(
  root: string,
  folders: readonly string[],
  changed: (files: string[]) => void,
): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  const hashes = new Map<string, string>();
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function settle(): void {
    const files = [...pending].filter((file) => {
      const hash = hashOf(join(root, file));
      if (hash === hashes.get(file)) return false;
      if (hash === undefined) hashes.delete(file);
      else hashes.set(file, hash);
      return true;
    });
    pending.clear();
    if (files.length > 0) changed(files.sort());
  }

  function look(folder: string, deep: boolean): void {
    if (watchers.has(folder)) return;
    const watcher = watch(join(root, folder), (_event, name) => {
      if (!name || IGNORED.test(name)) return;
      const path = join(folder, name);
      if (isFolder(join(root, path))) {
        if (deep) look(path, deep);
        return;
      }
      pending.add(path);
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MILLISECONDS);
    });
    watcher.on("error", () => watcher.close());
    watchers.set(folder, watcher);
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (IGNORED.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isFile()) {
        const hash = hashOf(join(root, path));
        if (hash !== undefined) hashes.set(path, hash);
      } else if (entry.isDirectory() && deep) look(path, deep);
    }
  }

  look("", false);
  for (const folder of folders) look(folder, true);
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function hashOf(file: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
