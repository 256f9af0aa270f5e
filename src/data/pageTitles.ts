import { DEPARTEMENTS, REGIONS } from "../../loaders/geography.js";
import { nafNode } from "../lib/naf.js";
import { NAMED_TABLES } from "./namedTables.js";

type Titles = readonly (readonly [path: string, title: string])[];

const REGION_TITLES: Titles = REGIONS.map(({ slug, nom }) => [`/regions/${slug}`, nom]);

/** Pages that the menu does not list, found from the page of their kind and by the search. */
export const UNLISTED_TITLES: Titles = [
  ...DEPARTEMENTS.map(
    ({ slug, nom, code }) => [`/departements/${slug}`, `${nom} (${code})`] as const,
  ),
  ...[...NAMED_TABLES.secteurs.keys()].map(
    (name) => [`/secteurs/${name}`, nafNode(name.toUpperCase()).label] as const,
  ),
];

/** Titles of the pages made from one source, which would share its own. */
export const PAGE_TITLES: ReadonlyMap<string, string> = new Map([
  ...REGION_TITLES,
  ...UNLISTED_TITLES,
]);
