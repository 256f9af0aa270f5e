import type { CellLabels } from "../../lib/explorer/cellLabels.js";
import type { PublishedCell } from "../../lib/explorer/pivot.js";
import type { ExplorerRequest } from "../../lib/explorer/request.js";
import type { Indicator } from "../../lib/indicators.js";
import type { BatchTable, Territory } from "../../lib/tables.js";

/** The published values that answer a request, and what names them. */
export interface Result {
  request: ExplorerRequest;
  cells: readonly PublishedCell[];
  label: CellLabels;
  territories: readonly Territory[];
  batch: BatchTable;
}

/** The part of a result that is about one indicator. */
export interface IndicatorResult extends Result {
  indicator: Indicator;
}
