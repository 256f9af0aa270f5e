import type { Cell } from "./tables.js";

/**
 * Months from the first to the last for which one of the series has a number: what a chart shows
 * and its period says. A cumulated series has none in its first months.
 */
export function publishedSpan(
  months: readonly string[],
  series: readonly { values: readonly Cell[] }[],
): string[] {
  const published = months.map((_, index) =>
    series.some(({ values }) => typeof values[index] === "number"),
  );
  const first = published.indexOf(true);
  if (first === -1) return [];
  return months.slice(first, published.lastIndexOf(true) + 1);
}
