import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { readTable } from "../../../src/data/tables.js";
import { isBatchKey } from "../../../src/lib/batch.js";
import type { BatchTable } from "../../../src/lib/tables.js";
import type { Publication } from "./feed.js";

/** The batch of a site, and those published before it, whose tables are beside its own. */
export function publications(tables: string, shown: BatchTable): Publication[] {
  const batches = dirname(tables);
  const earlier = readdirSync(batches)
    .filter((key) => isBatchKey(key) && key < shown.batch)
    .filter((key) => existsSync(join(batches, key, "batch.json")))
    .sort()
    .map((key) => readTable<BatchTable>("batch.json", join(batches, key)));
  return [...earlier, shown];
}
