import { ALL_SECTORS, type NafNode, nafNode, nodesOfLevel } from "../naf.js";
import { sectorPath } from "../sectorTree.js";

/** What is compared, by its name in addresses: `FR`, the slug of a territory, or the code of a sector in lower case. */
export type Subject = { kind: "territory"; slug: string } | { kind: "sector"; code: string };

const SECTORS = new Map(
  [...nodesOfLevel("A21"), ...nodesOfLevel("A38")].map(({ code }) => [code.toLowerCase(), code]),
);

/** A sector when it is the name of the page of one, else a territory. */
export function subjectOf(name: string): Subject {
  const code = SECTORS.get(name);
  return code === undefined ? { kind: "territory", slug: name } : { kind: "sector", code };
}

/**
 * Sectors within which two territories compare: those that have monthly series by région, the A10
 * groups between two départements, and what both have between a région and a département.
 */
export function sharedSectors(departements: number): NafNode[] {
  const total = nafNode(ALL_SECTORS);
  if (departements === 2) return [total, ...nodesOfLevel("A10")];
  if (departements === 1)
    return [total, ...nodesOfLevel("A10").filter(({ code }) => sectorPath(code) !== null)];
  return [total, ...[...SECTORS.values()].map(nafNode)];
}
