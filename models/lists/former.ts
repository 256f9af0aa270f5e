import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isBatchKey } from "../../src/lib/batch.js";
import type { ListCard } from "../../src/lib/lists/listCard.js";

/** Names of the files of a list. */
export const LIST = "list.parquet";
export const LEVELS_OF_ALL = "levels.parquet";
export const CHANGES_OF_ALL = "changes.parquet";
export const CARD = "card.json";

/** Batches that have a list and come before one, oldest first; keys sort as texts. */
export function formerLists(lists: string, batch: string): string[] {
  if (!existsSync(lists)) return [];
  return readdirSync(lists)
    .filter((key) => isBatchKey(key) && key < batch && existsSync(join(lists, key, CARD)))
    .sort();
}

/** The card of a list as it was made. */
export async function readCard(lists: string, batch: string): Promise<ListCard> {
  return JSON.parse(await readFile(join(lists, batch, CARD), "utf8")) as ListCard;
}
