import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unfinishedName } from "../../loaders/unfinished.js";

/** Writes one JSON document a line, whole or not at all, never holding more than one. */
export async function writeLines(file: string, documents: Iterable<unknown>): Promise<void> {
  const unfinished = unfinishedName(file);
  try {
    await pipeline(Readable.from(linesOf(documents)), createWriteStream(unfinished));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Lines by blocks: a write for each would take longer than making them. */
function* linesOf(documents: Iterable<unknown>): Generator<string> {
  let block = "";
  for (const document of documents) {
    block += `${JSON.stringify(document)}\n`;
    if (block.length < BLOCK) continue;
    yield block;
    block = "";
  }
  if (block) yield block;
}

const BLOCK = 1 << 18;
