import { type CrossTable, labelsOf } from "../../../src/lib/disclosure/crossTable.js";
import type { Primary } from "../../../src/lib/disclosure/requirement.js";
import type { SuppressionProblem } from "../../../src/lib/disclosure/suppressionProblem.js";

/**
 * The simplest hypercube heuristic, for comparison: each sensitive cell becomes a corner of the
 * cheapest box of non-zero cells of sufficient value, its other corners being siblings (Handbook on
 * SDC §4.4, hypercube method, without backtracking). The mask is not always safe.
 */
export function hypercubeMask(
  table: CrossTable,
  { cost }: SuppressionProblem,
  primaries: readonly Primary[],
): Uint8Array {
  const mask = new Uint8Array(table.value.length);
  const cells = new Map([...mask.keys()].map((cell) => [labelsOf(table, cell).join("|"), cell]));
  for (const { cell } of primaries) mask[cell] = 1;
  for (const { cell, lower, upper, slide } of primaries) {
    const need = Math.max(lower, upper, slide);
    const boxes = boxesOf(table, labelsOf(table, cell))
      .map((box) => box.map((labels) => cells.get(labels.join("|"))!))
      .filter((box) => box.every((corner) => corner === cell || table.value[corner]! >= need));
    const price = (box: number[]) =>
      box.reduce((sum, corner) => sum + (mask[corner] === 1 ? 0 : cost[corner]!), 0);
    const [cheapest] = boxes.sort((a, b) => price(a) - price(b));
    for (const corner of cheapest ?? []) mask[corner] = 1;
  }
  return mask;
}

/** Every box with a cell as a corner, flat along the dimensions where it is a total. */
function boxesOf({ dimensions }: CrossTable, labels: readonly string[]): string[][][] {
  let boxes: string[][][] = [[[]]];
  for (const [d, { labels: all, children }] of dimensions.entries()) {
    const own = labels[d]!;
    const family = children.find((below) => below.includes(all.indexOf(own))) ?? [];
    const others = family.map((sibling) => all[sibling]!).filter((label) => label !== own);
    const sides = others.length === 0 ? [[own]] : others.map((other) => [own, other]);
    boxes = boxes.flatMap((box) =>
      sides.map((side) => box.flatMap((corner) => side.map((label) => [...corner, label]))),
    );
  }
  return boxes;
}
