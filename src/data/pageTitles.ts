import { DEPARTEMENTS, REGIONS } from "../../loaders/geography.js";
import { nafNode } from "../lib/naf.js";
import { reportsOf } from "../lib/reports/reportPeriods.js";
import { NAMED_TABLES } from "./namedTables.js";

type Titles = readonly (readonly [path: string, title: string])[];

/**
 * Pages that the menu does not list, found from the page of their kind and by the search. Régions
 * and départements in the order of their official codes.
 */
export const UNLISTED_TITLES: Titles = [
  ...REGIONS.map(({ slug, nom }) => [`/regions/${slug}`, nom] as const),
  ...DEPARTEMENTS.map(
    ({ slug, nom, code }) => [`/departements/${slug}`, `${nom} (${code})`] as const,
  ),
  ...[...NAMED_TABLES.secteurs.keys()].map(
    (name) => [`/secteurs/${name}`, nafNode(name.toUpperCase()).label] as const,
  ),
];

/** Titles of the pages made from one source, which would share its own. */
export const PAGE_TITLES: ReadonlyMap<string, string> = new Map(UNLISTED_TITLES);

/** Reports made with a batch whose last observed day is `asOf`, which the menu does not list either. */
export function reportTitles(asOf: string): Titles {
  return reportsOf(asOf).map(({ path, title }) => [path, title]);
}
