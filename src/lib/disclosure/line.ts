import { type Grid, type Line, linesOf } from "./grid.js";
import { BUSINESS_RULES } from "./primary.js";

/**
 * Lines whose total is published while their hidden parts rest together on too few companies: their
 * sum is known by subtraction, and says as much as one sensitive cell (INSEE FAQ of 5 February 2014;
 * τ-Argus MinFreq).
 */
export function thinLines(grid: Grid, hidden: Uint8Array): Line[] {
  return linesOf(grid).filter(({ parts, total }) => {
    if (hidden[total] === 1) return false;
    const contributors = parts
      .filter((part) => hidden[part] === 1)
      .reduce((sum, part) => sum + grid.contributors[part]!, 0);
    return contributors > 0 && contributors < BUSINESS_RULES.minContributors;
  });
}
