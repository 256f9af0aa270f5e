import type { Dictionary } from "../../src/lib/dictionary/dictionary.js";
import { computedTables } from "./computedTables.js";
import { PERIMETER_TABLE } from "./perimeterTable.js";
import { sourceTables } from "./sourceTables.js";

/** The data dictionary, from the code alone: tables as read, then computed ones, by name. */
export async function buildDictionary(): Promise<Dictionary> {
  const sources = sourceTables();
  const computed = await computedTables(sources);
  return { tables: [...byName(sources), ...byName([PERIMETER_TABLE, ...computed])] };
}

function byName<T extends { name: string }>(tables: readonly T[]): T[] {
  return [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
}
