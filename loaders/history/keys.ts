import { CLEAN_TABLES } from "../clean/tables.js";
import { SOURCES } from "../sources/sources.js";

/** Columns that tell the rows of a table apart, by table of a snapshot. */
export const KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  [...SOURCES, ...CLEAN_TABLES].map(({ name, key }) => [name, key]),
);
