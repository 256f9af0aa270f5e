import type { Equation } from "../../src/lib/disclosure/table.js";
import type { IndicatorId } from "../../src/lib/indicators.js";
import { ALL_SECTORS, NAF_NODES, type NafNode, nodesOfLevel } from "../../src/lib/naf.js";
import { SIZE_CLASSES } from "../../src/lib/sizeClasses.js";
import { DEPARTEMENTS, REGIONS } from "../geography.js";

/** What a cell is about: one value of each, `Total` or an empty part when it is not detailed. */
export interface CellKey {
  /** `FR`, `REG-53`, `DEP-35`: the identifiers of INSEE’s geography. */
  territory: string;
  /** Code of `src/lib/naf.ts`. */
  sector: string;
  /** Code of `src/lib/sizeClasses.ts`, or `Total`. */
  size: string;
  /** Indicator that is a part of the measure, or empty. */
  part: string;
}

/**
 * The cells of one measure at one month that are published together, and every sum that links them:
 * what an outsider could add and subtract. Protected as one table, so that no block betrays another.
 */
export interface Layout {
  cells: readonly CellKey[];
  equations: readonly Equation[];
  /** The total of everything. */
  grandTotal: number;
}

export const FRANCE = "FR";
export const EVERY_SIZE = "Total";
export const regionKey = (code: string): string => `REG-${code}`;

/** The département of a région that has only one is the région itself: one cell, not two. */
export function departementKey(code: string): string {
  const { region } = DEPARTEMENTS.find((one) => one.code === code)!;
  const alone = DEPARTEMENTS.filter((one) => one.region === region).length === 1;
  return alone ? regionKey(region) : `DEP-${code}`;
}

const BY_REGION = nodesUpTo("A38");
const A10 = nodesUpTo("A10");

/** Sectors coarser than a level or of it. */
function nodesUpTo(level: "A10" | "A38"): NafNode[] {
  const kept = new Set(nodesOfLevel(level).map(({ code }) => code));
  for (const { code, parent } of [...NAF_NODES].reverse())
    if (kept.has(code) && parent) kept.add(parent);
  return NAF_NODES.filter(({ code }) => kept.has(code));
}

/**
 * Blocks: France × every sector down to A88; région × sector down to A38; département × A10 (`fine`
 * only, last: what comes before is the same in both); size × (région, A10 of France); parts ×
 * (région, sector of France down to A38).
 */
export function buildLayout(parts: readonly IndicatorId[], fine: boolean): Layout {
  const cells: CellKey[] = [];
  const position = new Map<string, number>();
  const add = (territory: string, sector: string, size = EVERY_SIZE, part = "") => {
    position.set(keyOf({ territory, sector, size, part }), cells.length);
    cells.push({ territory, sector, size, part });
  };
  const regions = REGIONS.map(({ code }) => regionKey(code));
  for (const { code } of NAF_NODES) add(FRANCE, code);
  for (const region of regions) for (const { code } of BY_REGION) add(region, code);
  const margins = [
    ...[FRANCE, ...regions].map((territory) => [territory, ALL_SECTORS] as const),
    ...A10.filter(({ code }) => code !== ALL_SECTORS).map(({ code }) => [FRANCE, code] as const),
  ];
  for (const [territory, sector] of margins)
    for (const { code } of SIZE_CLASSES) add(territory, sector, code);
  const partMargins = [
    ...[FRANCE, ...regions].map((territory) => [territory, ALL_SECTORS] as const),
    ...BY_REGION.filter(({ code }) => code !== ALL_SECTORS).map(
      ({ code }) => [FRANCE, code] as const,
    ),
  ];
  for (const [territory, sector] of partMargins)
    for (const part of parts) add(territory, sector, EVERY_SIZE, part);
  if (fine)
    for (const { code } of DEPARTEMENTS) {
      const territory = departementKey(code);
      if (territory.startsWith("DEP")) for (const sector of A10) add(territory, sector.code);
    }
  return { cells, equations: equationsOf(cells, position, parts, fine), grandTotal: 0 };
}

/** Text that names a cell. */
export function keyOf({ territory, sector, size, part }: CellKey): string {
  return `${territory}|${sector}|${size}|${part}`;
}

/** Each cell as the sum of what details it along one dimension. */
function equationsOf(
  cells: readonly CellKey[],
  position: ReadonlyMap<string, number>,
  parts: readonly string[],
  fine: boolean,
): Equation[] {
  const below: Record<keyof CellKey, (value: string) => readonly string[]> = {
    territory: fine ? territoriesBelow : (code) => (code === FRANCE ? territoriesBelow(code) : []),
    sector: (code) => SECTORS_BELOW.get(code) ?? [],
    size: (code) => (code === EVERY_SIZE ? SIZE_CLASSES.map(({ code }) => code) : []),
    part: (code) => (code === "" ? parts : []),
  };
  const equations: Equation[] = [];
  for (const [total, cell] of cells.entries())
    for (const dimension of Object.keys(below) as (keyof CellKey)[]) {
      const found: number[] = [];
      const values = below[dimension](cell[dimension]);
      for (const value of values) {
        const part = position.get(keyOf({ ...cell, [dimension]: value }));
        if (part === undefined) break;
        found.push(part);
      }
      if (values.length > 0 && found.length === values.length)
        equations.push({ total, parts: found });
    }
  return equations;
}

const SECTORS_BELOW = new Map(
  NAF_NODES.map(({ code }) => [
    code,
    NAF_NODES.filter(({ parent }) => parent === code).map((node) => node.code),
  ]),
);

const TERRITORIES_BELOW = new Map([
  [FRANCE, REGIONS.map(({ code }) => regionKey(code))],
  ...REGIONS.map(({ code }): [string, string[]] => {
    const inside = DEPARTEMENTS.filter(({ region }) => region === code);
    return [
      regionKey(code),
      inside.length > 1 ? inside.map((one) => departementKey(one.code)) : [],
    ];
  }),
]);

function territoriesBelow(code: string): readonly string[] {
  return TERRITORIES_BELOW.get(code) ?? [];
}
