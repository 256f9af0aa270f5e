import { existsSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import { canonicalJson } from "../../src/lib/stableJson.js";
import { makeFolder } from "../folder.js";
import { type Entry, faultOf, type JournalEvent, sealEntry } from "./entry.js";

/** The journal as far as it can be believed. */
export interface Chain {
  /** Up to the first fault. */
  entries: Entry[];
  fault: { entry: number; message: string } | undefined;
  /** Bytes of a last line that a crash cut: it was never an entry, and the next one replaces it. */
  torn: number;
  /** Bytes of whole lines. */
  length: number;
}

/** Last entry written, beside the journal: without it, lines taken off the end would not show. */
interface Head {
  seq: number;
  hash: string;
}

const headFile = (journal: string): string => `${journal}.head`;

/** Reads and checks a journal; an absent one is empty. */
export async function readChain(file: string): Promise<Chain> {
  const head = await readHead(file);
  const bytes = existsSync(file) ? await readFile(file) : Buffer.alloc(0);
  const length = bytes.lastIndexOf("\n") + 1;
  const chain: Chain = {
    entries: [],
    fault: undefined,
    torn: bytes.length - length,
    length,
  };
  for (const line of bytes.toString("utf8", 0, length).split("\n").slice(0, -1)) {
    const message = faultOf(line, chain.entries.at(-1));
    if (message !== undefined) {
      chain.fault = { entry: chain.entries.length + 1, message };
      return chain;
    }
    chain.entries.push(JSON.parse(line) as Entry);
  }
  chain.fault = faultOfHead(chain.entries, head);
  return chain;
}

/** The head is written after its entry: a crash leaves it one entry behind. */
function faultOfHead(entries: readonly Entry[], head: Head | undefined): Chain["fault"] {
  const last = entries.length;
  if (!head)
    return last < 2
      ? undefined
      : { entry: last, message: "est la dernière, et le fichier de tête du journal a disparu" };
  if (head.seq > last)
    return {
      entry: last + 1,
      message: `a disparu : le journal en comptait ${head.seq}, il s’arrête à ${last}`,
    };
  const found = entries[head.seq - 1];
  if (found?.hash !== head.hash)
    return {
      entry: head.seq,
      message: "n’est pas celle qui a été écrite : le journal a été réécrit",
    };
  return undefined;
}

async function readHead(file: string): Promise<Head | undefined> {
  const text = await readFile(headFile(file), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Head);
}

/** Reads a journal that can be added to; throws `journal-broken` when it cannot be believed. */
export async function readJournal(file: string): Promise<Chain> {
  const chain = await readChain(file);
  if (chain.fault) throw brokenJournal(file, chain.fault);
  return chain;
}

export function brokenJournal(file: string, { entry, message }: NonNullable<Chain["fault"]>) {
  return new VigieError(
    "journal-broken",
    `${file} : l’entrée ${entry} ${message}`,
    "Le journal ne se corrige pas : restaurez-le d’une sauvegarde, ou mettez-le de côté avec sa tête (journal.jsonl.head) et gardez les deux.",
    1,
    { entry },
  );
}

/**
 * Adds an event to the journal, written to the disk before it returns; the caller holds the lock of
 * the runs. A last line cut by a crash is replaced, and the entry says so. Nothing is written when
 * the last entry of the same event, batch and audience tells the same. Throws `journal-broken`.
 */
export async function append(file: string, event: JournalEvent, time: string): Promise<void> {
  const { entries, torn, length } = await readJournal(file);
  if (isKnown(entries, event)) return;
  const entry = sealEntry(entries.at(-1), event, time, torn);
  await makeFolder(dirname(file));
  const handle = await open(file, existsSync(file) ? "r+" : "w");
  try {
    await handle.truncate(length);
    await handle.write(`${canonicalJson(entry)}\n`, length);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await writeHead(file, { seq: entry.seq, hash: entry.hash });
}

function isKnown(entries: readonly Entry[], event: JournalEvent): boolean {
  const last = entries.findLast(
    (entry) =>
      entry.event === event.event &&
      entry.audience === event.audience &&
      (event.event === "publish" || entry.batch === event.batch),
  );
  if (!last) return false;
  const { seq: _, previous: __, time: ___, recovered: ____, hash: _____, ...told } = last;
  return canonicalJson(told) === canonicalJson(event);
}

async function writeHead(file: string, head: Head): Promise<void> {
  const temporary = `${headFile(file)}.${process.pid}`;
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(`${canonicalJson(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, headFile(file));
}

/** Versions of the snapshots shown on a site, by batch: they are kept for ever. */
export function publishedVersions(entries: readonly Entry[]): Map<string, string[]> {
  const versions = new Map<string, string[]>();
  for (const { event, batch, snapshot } of entries)
    if (event === "publish") versions.set(batch, [...(versions.get(batch) ?? []), snapshot]);
  return versions;
}
