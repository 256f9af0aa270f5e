import type { IndicatorId } from "./indicators.js";
import { type NafNode, nafNode } from "./naf.js";
import { periodsAYear } from "./quarter.js";
import type { Snapshot, TerritoryTable } from "./tables.js";

export interface SectorRow extends Snapshot {
  node: NafNode;
}

/**
 * One indicator of a territory by sector at the last period: every sector that its detail knows, else
 * those it follows through time.
 */
export function sectorRows(
  { periods, sectors, indicators, detail }: TerritoryTable,
  id: IndicatorId,
): SectorRow[] {
  if (detail.sectors.length > 0) {
    return detail.sectors.map((code, index) => ({
      node: nafNode(code),
      value: detail.indicators[id]?.[index]?.value ?? null,
      yearBefore: detail.indicators[id]?.[index]?.yearBefore ?? null,
    }));
  }
  const last = periods.length - 1;
  return sectors.map((code, index) => ({
    node: nafNode(code),
    value: indicators[id]?.[index]?.[last] ?? null,
    yearBefore: indicators[id]?.[index]?.[last - periodsAYear(periods[last] ?? "")] ?? null,
  }));
}
