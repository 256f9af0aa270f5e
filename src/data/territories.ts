import { REGIONS } from "../../loaders/geography.js";
import { VigieError } from "../lib/error.js";

/** Page table of each territory, by the name pages give it: `FR`, or the slug of a region's address. */
export const TERRITORY_TABLES: ReadonlyMap<string, string> = new Map([
  ["FR", "secteurs/FR.json"],
  ...REGIONS.map(({ code, slug }): [string, string] => [slug, `secteurs/${code}.json`]),
]);

/** Page table of a territory. Throws a VigieError when there is no such territory. */
export function territoryTable(name: string): string {
  const table = TERRITORY_TABLES.get(name);
  if (table) return table;
  throw new VigieError(
    "unknown-territory",
    `territoire inconnu : « ${name} »`,
    "Donnez FR ou le nom d’une région tel qu’il est dans son adresse (bretagne).",
    2,
  );
}
