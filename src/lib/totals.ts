import { ALL_SECTORS } from "./naf.js";
import type { Cell, Territory, TerritoryTable } from "./tables.js";

/** One territory, all its sectors together: one row of cells per indicator. */
export interface Totals {
  territory: Territory;
  periods: string[];
  indicators: Record<string, Cell[]>;
  /** Corrected for the season. */
  adjusted: Record<string, (number | null)[]>;
}

/** The row of all sectors of each indicator, as the page table of the territory has it. */
export function totalsOf({
  territory,
  periods,
  sectors,
  indicators,
  adjusted,
}: TerritoryTable): Totals {
  const total = sectors.indexOf(ALL_SECTORS);
  const rows = Object.entries(indicators).map(([id, cells]) => [id, cells[total] ?? []]);
  return { territory, periods, indicators: Object.fromEntries(rows), adjusted };
}
