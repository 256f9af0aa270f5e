import type { Cell } from "./tables.js";

/**
 * How unlike the sectors of two territories are, from 0 (same shares) to 1 (no sector in common): the
 * index of dissimilarity ½ Σ |p − q| (Duncan & Duncan 1955, « A Methodological Analysis of Segregation
 * Indexes », American Sociological Review 20(2), pp. 210-217), that is the share that would have to
 * change sector. Sectors hidden or missing on either side make one together, the total less the
 * others. `a` and `b` are sizes by sector, the total first; null when a total is not published.
 */
export function dissimilarity(a: readonly Cell[], b: readonly Cell[]): number | null {
  const [totalA, ...sectorsA] = a;
  const [totalB, ...sectorsB] = b;
  if (!isPositive(totalA) || !isPositive(totalB)) return null;
  let distance = 0;
  let [restA, restB] = [1, 1];
  for (const [index, sizeA] of sectorsA.entries()) {
    const sizeB = sectorsB[index];
    if (typeof sizeA !== "number" || typeof sizeB !== "number") continue;
    distance += Math.abs(sizeA / totalA - sizeB / totalB);
    restA -= sizeA / totalA;
    restB -= sizeB / totalB;
  }
  return (distance + Math.abs(restA - restB)) / 2;
}

const isPositive = (cell: Cell | undefined): cell is number => typeof cell === "number" && cell > 0;
