import { DEPARTEMENTS, REGIONS } from "../../loaders/geography.js";
import { VigieError } from "../lib/error.js";
import { nodesOfLevel } from "../lib/naf.js";

/** Page tables of which there is one per thing, by folder, then by the name its page has in its address. */
export const NAMED_TABLES = {
  /** `FR`, or the slug of a région. */
  territoires: new Map([
    ["FR", "territoires/FR.json"],
    ...REGIONS.map(({ code, slug }): [string, string] => [slug, `territoires/${code}.json`]),
  ]),
  /** The slug of a département. */
  departements: new Map(
    DEPARTEMENTS.map(({ code, slug }): [string, string] => [slug, `departements/${code}.json`]),
  ),
  /** The code of a NAF section or of an A38 division, in lower case. */
  secteurs: new Map(
    [...nodesOfLevel("A21"), ...nodesOfLevel("A38")]
      .map(({ code }) => code.toLowerCase())
      .map((name): [string, string] => [name, `secteurs/${name}.json`]),
  ),
} as const satisfies Record<string, ReadonlyMap<string, string>>;

export type NamedFolder = keyof typeof NAMED_TABLES;

/** Page table of a thing by the name of its page. Throws a VigieError when there is no such thing. */
export function namedTable(folder: NamedFolder, name: string): string {
  const table = NAMED_TABLES[folder].get(name);
  if (table) return table;
  throw new VigieError(
    "unknown-name",
    `aucune table « ${name} » dans ${folder}`,
    "Donnez le nom tel qu’il est dans l’adresse de la page : FR, bretagne, finistere, f ou ca.",
    2,
  );
}
