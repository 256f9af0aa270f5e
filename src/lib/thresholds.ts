import type { Level } from "./levels.js";

/** Probability from which « risque fort » holds in each département, and « risque modéré » anywhere. */
export interface CapacityThresholds {
  /** Companies an agent of a département can look at. */
  perDepartement: number;
  modere: number;
  /** By code; a département that has not so many companies at risk has no other bar than `modere`. */
  fort: Record<string, number>;
}

/**
 * The lowest bar of each département that puts no more than `perDepartement` of its companies in
 * « risque fort »: companies of equal probability stay together, below it when they do not all fit.
 * Never under `modere`, so that « fort » stays the stronger level. Companies without a known
 * département (empty code) are counted together.
 */
export function capacityThresholds(
  probability: Float64Array,
  departement: readonly string[],
  { perDepartement, modere }: Pick<CapacityThresholds, "perDepartement" | "modere">,
): CapacityThresholds {
  const own = new Map<string, number[]>();
  for (const [row, code] of departement.entries()) {
    const known = own.get(code) ?? [];
    known.push(probability[row]!);
    own.set(code, known);
  }
  const codes = [...own.keys()].sort();
  const fort = codes.map((code): [string, number] => [
    code,
    Math.max(modere, barOf(own.get(code)!, perDepartement)),
  ]);
  return { perDepartement, modere, fort: Object.fromEntries(fort) };
}

/** Smallest of the values that at most `capacity` of them reach; +∞ when ties leave none. */
function barOf(values: number[], capacity: number): number {
  const sorted = values.sort((a, b) => b - a);
  if (sorted.length <= capacity) return sorted.at(-1)!;
  const first = sorted[capacity]!;
  return sorted.findLast((value) => value > first) ?? Number.MAX_VALUE;
}

/** Probabilities from which the levels hold for a company. */
export interface Bars {
  fort: number;
  modere: number;
}

/** Those of the companies of a département, by capacity. */
export function barsIn(departement: string, { fort, modere }: CapacityThresholds): Bars {
  return { fort: fort[departement] ?? modere, modere };
}

/** Alert level of a probability: a level holds from its bar on. */
export function levelAt(probability: number, { fort, modere }: Bars): Level {
  if (probability >= fort) return "fort";
  return probability >= modere ? "modere" : "aucun";
}
