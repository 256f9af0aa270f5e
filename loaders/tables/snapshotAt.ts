import type { IndicatorId } from "../../src/lib/indicators.js";
import type { Snapshot } from "../../src/lib/tables.js";
import type { Period } from "./periods.js";
import type { Publication } from "./publication.js";

/** Periods in a year. */
const A_YEAR: Record<Period["every"], number> = { M: 12, T: 4, A: 1 };

/** The last period of an indicator in one place, and the same one a year before. */
export function snapshotAt(
  publication: Publication,
  id: IndicatorId,
  place: number,
  periods: readonly Period[],
): Snapshot {
  const last = periods.at(-1);
  const before = last && periods.at(-1 - A_YEAR[last.every]);
  return {
    value: last ? publication.over(id, last.months, place) : null,
    yearBefore: before ? publication.over(id, before.months, place) : null,
  };
}
