import type { Indicator } from "../indicators.js";
import type { Cell } from "../tables.js";
import { seasonallyAdjusted } from "./seasonallyAdjusted.js";

/**
 * An indicator corrected for the season, as the page tables hold it: as long as `cells`, null where
 * there is no corrected value. Null when the season of the indicator says nothing or when
 * `seasonallyAdjusted` corrects nothing. `perYear` is 12 for months, 4 for quarters.
 */
export function adjustedSeries(
  cells: readonly Cell[],
  perYear: 4 | 12,
  { seasonal }: Pick<Indicator, "seasonal">,
): (number | null)[] | null {
  return seasonal ? (seasonallyAdjusted(cells, perYear)?.values ?? null) : null;
}
