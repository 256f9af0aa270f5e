import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import { adjustedSeries } from "../../src/lib/seasonal/adjusted.js";
import type { Cell } from "../../src/lib/tables.js";

/**
 * Series corrected for the season, of the indicators for which it says something, from published
 * cells alone; `perYear` is 12 or 4.
 */
export function adjustedOf(
  read: (id: IndicatorId) => readonly Cell[] | undefined,
  perYear: 12 | 4,
): Record<string, (number | null)[]> {
  const found: Record<string, (number | null)[]> = {};
  for (const indicator of INDICATORS) {
    if (!indicator.seasonal) continue;
    const adjusted = adjustedSeries([...(read(indicator.id) ?? [])], perYear, indicator);
    if (adjusted) found[indicator.id] = adjusted;
  }
  return found;
}
