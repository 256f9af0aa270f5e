import type { NafLevel } from "./naf.js";
import type { Cell, Snapshot } from "./tables.js";

/** What a sector without any figure has. */
export const NOT_PUBLISHED: Snapshot = { value: null, yearBefore: null };

/** The groups of a level in a sentence, with their agreement. */
export const LEVEL_NAMES: Readonly<Record<NafLevel, readonly [group: string, published: string]>> =
  {
    A10: ["grands secteurs", "publiés"],
    A21: ["sections", "publiées"],
    A38: ["branches", "publiées"],
    A88: ["divisions", "publiées"],
  };

/** « 12 sections sur 17 sont plus haut qu’un an plus tôt », among those published at both dates; null when there is none. */
export function risingCount(
  series: readonly (readonly Cell[])[],
): { rising: number; known: number } | null {
  const pairs = series.flatMap((values) => {
    const [now, before] = [values.at(-1), values.at(-13)];
    return typeof now === "number" && typeof before === "number" ? [{ now, before }] : [];
  });
  if (pairs.length === 0) return null;
  return { rising: pairs.filter(({ now, before }) => now > before).length, known: pairs.length };
}
