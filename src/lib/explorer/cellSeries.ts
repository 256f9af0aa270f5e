import type { Cell } from "../tables.js";
import type { CellLabels } from "./cellLabels.js";
import { DIMENSION_IDS, type Dimension } from "./dimension.js";
import { type PublishedCell, varies } from "./pivot.js";

/** Values in time of one crossing: one territory, one sector, one size. */
export interface CellSeries {
  name: string;
  /** Codes of the dimensions that vary, in the order of {@link DIMENSION_IDS}. */
  codes: readonly string[];
  values: readonly Cell[];
}

export interface SeriesInTime {
  periods: readonly string[];
  /** Dimensions that tell the series apart; empty for a single one. */
  dimensions: readonly Dimension[];
  series: readonly CellSeries[];
}

/** The cells of one indicator as series in time, in the order they come; null where nothing is published. */
export function cellSeries(cells: readonly PublishedCell[], label: CellLabels): SeriesInTime {
  const periods = [...new Set(cells.map(({ periode }) => periode))].sort();
  const place = new Map(periods.map((period, index) => [period, index]));
  const varying = DIMENSION_IDS.filter((id) => id !== "periode" && varies(cells, id));
  const named = varying.length > 0 ? varying : (["territoire"] as const);
  const found = new Map<string, { name: string; codes: string[]; values: Cell[] }>();
  for (const cell of cells) {
    const codes = named.map((id) => cell[id]);
    const key = codes.join("\n");
    let one = found.get(key);
    if (!one) {
      const name = named.map((id) => label(id, cell[id])).join(" · ");
      one = { name, codes, values: periods.map(() => null) };
      found.set(key, one);
    }
    one.values[place.get(cell.periode)!] = cell.value;
  }
  return { periods, dimensions: varying, series: [...found.values()] };
}
