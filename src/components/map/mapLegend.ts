import { svg } from "npm:htl";
import { colour, SEQUENTIAL, sequentialColour } from "../../lib/colours.js";
import { formatValue, SECRET, UNAVAILABLE } from "../../lib/format/cell.js";
import type { Indicator } from "../../lib/indicators.js";
import { classOf, quantileCuts } from "../../lib/quantiles.js";
import type { Cell } from "../../lib/tables.js";
import { LEGEND_LINE } from "./mapView.js";

const SWATCH = { width: 26, height: 16 };
export const HATCH = "vigie-hatch";
export const FRAME_HATCH = "vigie-hatch-cadre";

/** Colours of a map and what they mean. */
export interface MapScale {
  /** Colour of a value, or the pattern of that name for one that is not published. */
  fill: (value: Cell, pattern: string) => string;
  entries: { fill: string; label: string }[];
}

/** Five classes cut at the quantiles of the published values; hidden and missing ones are hatched. */
export function mapScale(values: readonly Cell[], indicator: Indicator): MapScale {
  const known = values.filter((value) => typeof value === "number");
  const cuts = quantileCuts(known, SEQUENTIAL.length);
  const edges = known.length ? [Math.min(...known), ...cuts, Math.max(...known)] : [];
  const entries = edges.slice(1).map((to, index) => ({
    fill: sequentialColour(index),
    label: `de ${formatValue(edges[index]!, indicator)} à ${formatValue(to, indicator)}`,
  }));
  const marks = [
    values.includes("s") ? SECRET : undefined,
    values.includes(null) ? UNAVAILABLE : undefined,
  ].filter((mark) => mark !== undefined);
  if (marks.length) entries.push({ fill: `url(#${HATCH})`, label: marks.join(" ou ") });
  return {
    fill: (value, pattern) =>
      typeof value === "number" ? sequentialColour(classOf(value, cuts)) : `url(#${pattern})`,
    entries,
  };
}

/**
 * The pattern of hatched areas: one for the tiles and the legend, one for the frame, where a unit of
 * the drawing is so many pixels.
 */
export function hatch(id: string, pixels = 1): SVGElement {
  return svg`<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(${1 / pixels}) rotate(45)">
    <rect width="6" height="6" fill="var(--vigie-background)"/><rect width="2" height="6" fill="${colour("context")}"/>
  </pattern></defs>`;
}

/** The classes, one a line. */
export function mapLegend({ entries }: MapScale): SVGElement[] {
  return entries.map(
    ({ fill, label }, index) =>
      svg`<g transform="translate(0,${index * LEGEND_LINE})"><rect width="${SWATCH.width}" height="${SWATCH.height}" fill="${fill}" stroke="${colour("context")}"/>
    <text x="${SWATCH.width + 8}" y="${SWATCH.height - 4}">${label}</text></g>`,
  );
}
