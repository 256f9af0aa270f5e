import { indicatorOf } from "../../lib/labels.js";
import type { IndicatorResult, Result } from "./indicatorResult.js";
import { mapFigure } from "./mapFigure.js";
import { rankFigure } from "./rankFigure.js";
import { seriesFigure } from "./seriesFigure.js";

/**
 * For each indicator with a published number, its lines in time or the ranking of its only period;
 * one map, of the first rate whose values are those of all régions or of all départements.
 */
export function resultFigures(result: Result): HTMLElement[] {
  const parts = result.request.indicators
    .map((id): IndicatorResult => {
      const cells = result.cells.filter(({ indicateur }) => indicateur === id);
      return { ...result, cells, indicator: indicatorOf(id) };
    })
    .filter(({ cells }) => cells.some(({ value }) => typeof value === "number"));
  const charts = parts.map((part) => {
    const [first, ...others] = part.cells;
    const moves = others.some(({ periode }) => periode !== first?.periode);
    return moves ? seriesFigure(part) : rankFigure(part);
  });
  const map = parts.map(mapFigure).find((one) => one !== undefined);
  return map ? [...charts, map] : charts;
}
