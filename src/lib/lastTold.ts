import type { Cell } from "./tables.js";

/**
 * Position of the last period that the source of every series tells of, be it under secrecy; the last
 * one when there is none. A late source has no value in its last periods, a hidden one must be said.
 */
export function lastTold(...series: readonly (readonly Cell[])[]): number {
  const last = Math.max(0, ...series.map(({ length }) => length)) - 1;
  for (let index = last; index >= 0; index--) {
    if (series.every((cells) => (cells[index] ?? null) !== null)) return index;
  }
  return last;
}
