import type { Highs } from "highs";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../../src/lib/disclosure/protectionLevel.js";
import { protectTable } from "../../../src/lib/disclosure/protectTable.js";
import type { ImpactTable } from "../../../src/lib/impact/impactTable.js";
import type { Cell } from "../../../src/lib/tables.js";
import { DEPARTEMENTS, REGIONS } from "../../geography.js";

/**
 * Counts by département, with those of the régions and of France they add up to, protected together;
 * régions and départements that have none are left out.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export function protectedPlaces(
  counts: readonly { code: string; started: number }[],
  highs: Highs,
): Pick<ImpactTable["followUps"], "regions" | "departements"> {
  const known = new Map(counts.map(({ code, started }) => [code, started]));
  const departements = DEPARTEMENTS.filter(({ code }) => known.has(code));
  const regions = REGIONS.filter(({ code }) => departements.some(({ region }) => region === code));
  const within = (region: string) =>
    departements.flatMap((one, index) =>
      one.region === region ? [1 + regions.length + index] : [],
    );
  const value = new Float64Array(1 + regions.length + departements.length);
  for (const [index, { code, region }] of departements.entries()) {
    const started = known.get(code)!;
    const place = regions.findIndex((one) => one.code === region);
    for (const cell of [0, 1 + place, 1 + regions.length + index]) value[cell]! += started;
  }
  if (departements.length === 0) return { regions: [], departements: [] };
  const equations = [
    { total: 0, parts: regions.map((_, index) => 1 + index) },
    ...regions.map(({ code }, index) => ({ total: 1 + index, parts: within(code) })),
  ];
  const ones = value.map((count) => Math.min(count, 1));
  const { mask } = protectTable(
    { value, contributors: value, largest: ones, second: ones, equations, grandTotal: 0 },
    {
      rules: COUNT_RULES,
      frequency: DEFAULT_PROTECTION.frequency,
      cost: value.map((count) => 1 + count),
    },
    highs,
  );
  const cell = (index: number): Cell => (mask[index] === 1 ? "s" : value[index]!);
  return {
    regions: regions.map(({ code, nom }, index) => ({ code, name: nom, started: cell(1 + index) })),
    departements: departements.map(({ code, nom }, index) => ({
      code,
      name: nom,
      started: cell(1 + regions.length + index),
    })),
  };
}
