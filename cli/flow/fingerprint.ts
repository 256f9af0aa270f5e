import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** SHA-256 (first 16 hex digits) by path of every file below the paths given. */
export type Fingerprint = Record<string, string>;

interface Known {
  size: number;
  mtimeMs: number;
  hash: string;
}

/** Framework's cache and hidden files are not inputs. */
const ignored = (name: string): boolean => name.startsWith(".");

/**
 * Hashes files by content. Gigabytes of extracts are not read again when size and modification time
 * have not moved since the last look, as DVC and git do; `memory` is where that is kept, and losing
 * it only costs time.
 */
export class Fingerprinter {
  readonly #known: Record<string, Known>;

  constructor(readonly memory: string) {
    this.#known = existsSync(memory) ? JSON.parse(readFileSync(memory, "utf8")) : {};
  }

  /** The one that remembers in the folder of a lock. */
  static beside(lock: string): Fingerprinter {
    return new Fingerprinter(join(dirname(lock), ".fingerprints.json"));
  }

  /** Fingerprint of files and folders (recursively, in name order); absent paths give nothing. */
  async of(paths: readonly string[]): Promise<Fingerprint> {
    const fingerprint: Fingerprint = {};
    for (const path of paths) await this.#add(path, fingerprint);
    return fingerprint;
  }

  async #add(path: string, fingerprint: Fingerprint): Promise<void> {
    const status = await stat(path).catch(() => undefined);
    if (!status) return;
    if (status.isDirectory()) {
      const names = (await readdir(path)).filter((name) => !ignored(name)).sort();
      for (const name of names) await this.#add(join(path, name), fingerprint);
      return;
    }
    const known = this.#known[path];
    if (known?.size !== status.size || known.mtimeMs !== status.mtimeMs) {
      const hash = await hashFile(path);
      this.#known[path] = { size: status.size, mtimeMs: status.mtimeMs, hash };
    }
    fingerprint[path] = this.#known[path]!.hash;
  }

  save(): void {
    if (!existsSync(dirname(this.memory))) return;
    const temporary = `${this.memory}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(this.#known));
    renameSync(temporary, this.memory);
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex").slice(0, 16);
}
