import type { Cell } from "../tables.js";

/** Consecutive published values of a series, and the place of the first. */
export interface Run {
  first: number;
  values: number[];
}

/** The run that ends at the last published value: it never spans a hidden or a missing one. */
export function lastRun(cells: readonly Cell[]): Run {
  const last = cells.findLastIndex(isPublished);
  const first = cells.findLastIndex((cell, index) => index < last && !isPublished(cell)) + 1;
  return { first, values: cells.slice(first, last + 1).filter(isPublished) };
}

const isPublished = (cell: Cell): cell is number => typeof cell === "number";
