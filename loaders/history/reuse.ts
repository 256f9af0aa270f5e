import { createHash } from "node:crypto";
import { copyFile, link, readFile, readlink, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { stableJson } from "../../src/lib/stableJson.js";
import { makeFolder } from "../folder.js";
import { fingerprint } from "../ingest/fingerprint.js";
import { type Manifest, readManifest } from "../ingest/manifest.js";
import { originsFile, STORE } from "../ingest/publish.js";

/** A part of a snapshot, such as the table of a source with its rejected rows. */
interface Part {
  /** Of all that the part was made from. */
  digest: string;
  /** What is said of it in the report. */
  value: unknown;
  /** Its files, relative to the snapshot. */
  files: string[];
}

interface Former {
  folder: string;
  /** SHA-256 by file. */
  sums: Map<string, string>;
  parts: Record<string, Part>;
}

/**
 * Takes over the parts of the published version of a batch whose files, reader and other inputs are
 * the same, instead of making them again. What they were made from is kept beside the version and
 * not in it: a snapshot is the same bytes whether its parts were made or taken over.
 */
export class Reuse {
  readonly #parts: Record<string, Part> = {};
  #formers: Former[] = [];

  private constructor(
    readonly work: string,
    /** Fingerprint of the code that reads; without it, nothing is taken over nor remembered. */
    readonly code: string | undefined,
  ) {}

  /** From the published versions of a batch, the whole one and the one set aside. */
  static async open(
    snapshots: string,
    batches: readonly string[],
    work: string,
    code: string | undefined,
  ): Promise<Reuse> {
    const reuse = new Reuse(work, code);
    if (code === undefined) return reuse;
    for (const batch of batches) {
      const former = await readFormer(join(snapshots, batch)).catch(() => undefined);
      if (former) reuse.#formers.push(former);
    }
    return reuse;
  }

  /** Whether it is worth computing the digest of a part. */
  knows(name: string): boolean {
    return this.#formers.some(({ parts }) => parts[name] !== undefined);
  }

  /** Digest of the inputs of a part, the code being one of them. */
  digest(inputs: unknown): string {
    const text = stableJson({ code: this.code ?? null, inputs });
    return createHash("sha256").update(text).digest("hex");
  }

  /** Puts a former part among the files being written; undefined when there is no sound one. */
  async take<Value>(name: string, digest: string): Promise<Value | undefined> {
    for (const { folder, sums, parts } of this.#formers) {
      const part = parts[name];
      if (part?.digest !== digest || !(await areSound(folder, sums, part.files))) continue;
      for (const file of part.files) await share(join(folder, file), join(this.work, file));
      this.#parts[name] = part;
      return part.value as Value;
    }
    return undefined;
  }

  /** Remembers a part that was just made. */
  keep(name: string, part: Part): void {
    this.#parts[name] = part;
  }

  /** Writes what the parts of a version were made from, once it is published. */
  async save(snapshot: string): Promise<void> {
    if (this.code === undefined) return;
    const file = originsFile(await versionOfLink(snapshot));
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, JSON.stringify({ parts: this.#parts }));
    await rename(temporary, file);
  }
}

async function versionOfLink(snapshot: string): Promise<string> {
  return join(dirname(snapshot), STORE, basename(await readlink(snapshot)));
}

async function readFormer(snapshot: string): Promise<Former> {
  const folder = await versionOfLink(snapshot);
  const { parts } = JSON.parse(await readFile(originsFile(folder), "utf8")) as Former;
  return { folder, sums: sumsOf(await readManifest(folder)), parts };
}

/** SHA-256 of each file of a snapshot, its manifest apart. */
export function sumsOf({ tables, attachments }: Manifest): Map<string, string> {
  return new Map([...tables, ...attachments].map(({ file, sha256 }) => [file, sha256]));
}

async function areSound(
  folder: string,
  sums: ReadonlyMap<string, string>,
  files: readonly string[],
): Promise<boolean> {
  for (const file of files) {
    const { sha256 } = await fingerprint(join(folder, file)).catch(() => ({ sha256: undefined }));
    if (sha256 === undefined || sha256 !== sums.get(file)) return false;
  }
  return true;
}

/** Two names of one file, which is read-only; a copy where the file system has no such thing. */
async function share(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  await link(from, to).catch(() => copyFile(from, to));
}
