import { rankFinding, trendFinding } from "../findings.js";
import { formatMonth } from "../format/calendar.js";
import type { Indicator } from "../indicators.js";
import { publishedSpan } from "../publishedSpan.js";
import { periodsAYear } from "../quarter.js";
import type { SeriesInTime } from "./cellSeries.js";
import type { Dimension } from "./dimension.js";

/** How the lines of a chart are counted: « des 18 territoires publiés ». */
const GROUPS: Partial<Record<Dimension, readonly [group: string, published: string]>> = {
  territoire: ["territoires", "publiés"],
  secteur: ["secteurs", "publiés"],
  taille: ["tranches", "publiées"],
};
const CROSSINGS = ["croisements", "publiés"] as const;

/** Name of what varies. */
export function groupOf(
  dimensions: readonly Dimension[],
): readonly [group: string, published: string] {
  return (dimensions.length === 1 && GROUPS[dimensions[0]!]) || CROSSINGS;
}

/**
 * Title of the lines of an indicator: how the only one has moved in a year, or which of them is the
 * highest at the last period.
 */
export function resultFinding(indicator: Indicator, shown: SeriesInTime): string {
  const { periods, dimensions, series } = shown;
  const [only] = series;
  if (series.length === 1 && only) {
    const perYear = /^\d{4}$/.test(periods[0] ?? "") ? 1 : periodsAYear(periods[0] ?? "");
    return trendFinding(indicator, only.values, `(${only.name})`, perYear);
  }
  const last = lastPeriod(shown);
  const rows = series.map(({ name, values }) => ({ label: name, value: values[last] ?? null }));
  return `${rankFinding(indicator, rows, groupOf(dimensions))} (${formatMonth(periods[last] ?? "")})`;
}

/** Position of the series with the highest value at the last period; the first one where none has a value. */
export function highestSeries(shown: SeriesInTime): number {
  const last = lastPeriod(shown);
  const values = shown.series.map(({ values }) => values[last]);
  const known = values.filter((value) => typeof value === "number");
  return known.length > 0 ? values.indexOf(Math.max(...known)) : 0;
}

function lastPeriod({ periods, series }: SeriesInTime): number {
  return periods.indexOf(publishedSpan(periods, series).at(-1) ?? "");
}
