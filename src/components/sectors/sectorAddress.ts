import { nafNode } from "../../lib/naf.js";
import { sectorPath } from "../../lib/sectorTree.js";
import { siteLink } from "../siteLink.js";

/** Address of the page of a sector, else of the nearest group that has one; the total has the page of all sectors. */
export function sectorAddress(code: string): string {
  const path = sectorPath(code);
  return path === null ? sectorAddress(nafNode(code).parent!) : siteLink(path);
}
