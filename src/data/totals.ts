import type { TerritoryTable } from "../lib/tables.js";
import { totalsOf } from "../lib/totals.js";
import { readTable } from "./tables.js";

/**
 * JSON of the totals of a territory, cut from its page table: what the page of another territory
 * compares with, at a twentieth of the weight. Throws a VigieError when the table is unusable.
 */
export function readTotals(file: string, folder?: string): string {
  return JSON.stringify(totalsOf(readTable<TerritoryTable>(file, folder)));
}
