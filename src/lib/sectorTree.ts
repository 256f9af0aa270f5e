import { ALL_SECTORS, NAF_LEVELS, NAF_NODES, type NafNode, nafNode } from "./naf.js";

/** The groups that a sector is the sum of, in the order of the nomenclature; none for a leaf. */
export function sectorsBelow(code: string): NafNode[] {
  return NAF_NODES.filter(({ parent }) => parent === code);
}

/** The groups of the same parent, the sector itself included; the total is alone. */
export function sectorsBeside(code: string): NafNode[] {
  const { parent } = nafNode(code);
  return parent === null ? [nafNode(code)] : sectorsBelow(parent);
}

/** From the total to the parent of a sector; none for the total. Throws a RangeError on an unknown code. */
export function sectorsAbove(code: string): NafNode[] {
  const { parent } = nafNode(code);
  return parent === null ? [] : [...sectorsAbove(parent), nafNode(parent)];
}

/** Address of the page of a sector from the root of the site; null where there is none: the A10 and A88 groups of their own. */
export function sectorPath(code: string): string | null {
  const { codes } = nafNode(code);
  if (code === ALL_SECTORS) return "secteurs/";
  return codes.A21 || codes.A38 ? `secteurs/${code.toLowerCase()}` : null;
}

/** « divisions 41 à 43 ; FZ (A10), F (A21), FZ (A38) »: where a sector stands in the NAF rév. 2. */
export function sectorInNomenclature({ divisions: [first, last], codes }: NafNode): string {
  const two = (division: number) => String(division).padStart(2, "0");
  const span = first === last ? `division ${two(first)}` : `divisions ${two(first)} à ${two(last)}`;
  const names = NAF_LEVELS.flatMap((level) =>
    codes[level] === undefined ? [] : [`${codes[level]} (${level})`],
  );
  return `${span} ; ${names.join(", ")}`;
}
