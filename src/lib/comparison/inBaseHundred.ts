import type { Cell } from "../tables.js";

/** Series brought to 100 at the same period. */
export interface BaseHundred {
  /** Position of the period that is worth 100. */
  base: number;
  series: Cell[][];
}

/**
 * Indices, 100 at the first period where every series is published and positive: what amounts of
 * unlike sizes are compared by. Hidden and missing cells stay what they are. Null when there is no
 * such period.
 */
export function inBaseHundred(series: readonly (readonly Cell[])[]): BaseHundred | null {
  const base = (series[0] ?? []).findIndex((_, index) =>
    series.every((values) => isPositive(values[index])),
  );
  if (base === -1) return null;
  const indexed = series.map((values) => {
    const reference = values[base] as number;
    return values.map((cell) => (typeof cell === "number" ? (100 * cell) / reference : cell));
  });
  return { base, series: indexed };
}

function isPositive(cell: Cell | undefined): boolean {
  return typeof cell === "number" && cell > 0;
}
