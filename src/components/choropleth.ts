import { svg } from "npm:htl";
import { colour, SEQUENTIAL, sequentialColour } from "../lib/colours.js";
import { formatCell, formatValue, SECRET, UNAVAILABLE } from "../lib/format/cell.js";
import type { Indicator } from "../lib/indicators.js";
import { classOf, quantileCuts } from "../lib/quantiles.js";
import { OUTLINES_BOX, REGION_OUTLINES } from "../lib/regionOutlines.js";
import type { Cell } from "../lib/tables.js";
import { NARROW } from "./chartStyle.js";

export interface Area {
  code: string;
  name: string;
  value: Cell;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LARGEST_MAP = 520;
const TILE_HEIGHT = 34;
const INSET_HEIGHT = 78;
const LEGEND_LINE = 24;
const LEGEND_WIDTH = 210;
const SWATCH = { width: 26, height: 16 };

/**
 * Map of a rate by region, in five classes cut at the quantiles of the published values, hidden
 * areas hatched. Overseas regions, whose outlines no open set gives at this scale, are tiles of
 * equal size under the map. Only for rates: a count would show the size of the region.
 */
export function choropleth(
  areas: readonly Area[],
  indicator: Indicator,
): (width: number) => SVGElement {
  const known = areas.map(({ value }) => value).filter((value) => typeof value === "number");
  const cuts = quantileCuts(known, SEQUENTIAL.length);
  const fill = ({ value }: Area) =>
    typeof value === "number" ? sequentialColour(classOf(value, cuts)) : "url(#vigie-hatch)";
  const drawn = areas.filter(({ code }) => code in REGION_OUTLINES);
  const tiles = areas.filter(({ code }) => !(code in REGION_OUTLINES));
  const entries = legendEntries(known, cuts, areas, indicator);
  return (width) => {
    const beside = width >= NARROW + LEGEND_WIDTH;
    const mapWidth = Math.min(LARGEST_MAP, beside ? width - LEGEND_WIDTH : width);
    const scale = mapWidth / OUTLINES_BOX.width;
    const mapHeight = OUTLINES_BOX.height * scale;
    const below = mapHeight + INSET_HEIGHT;
    const height = beside ? below : below + (entries.length + 1) * LEGEND_LINE;
    const legendAt = beside ? { x: mapWidth + 24, y: 40 } : { x: 0, y: below + 12 };
    return svg`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="12" font-family="var(--sans-serif)" fill="currentColor">
      <defs><pattern id="vigie-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--vigie-background)"/><rect width="2" height="6" fill="${colour("context")}"/>
      </pattern></defs>
      <g transform="scale(${scale})" stroke="${colour("context")}" stroke-width="${0.9 / scale}" stroke-linejoin="round">${drawn.map(
        (area) =>
          svg`<path d="${REGION_OUTLINES[area.code]}" fill="${fill(area)}"><title>${describe(area, indicator)}</title></path>`,
      )}</g>
      ${tiles.map((area, index) => tile(area, fill(area), tileBox(index, tiles.length, mapWidth, mapHeight + 14), indicator))}
      <g transform="translate(${legendAt.x},${legendAt.y})">${entries.map(legendEntry)}</g>
    </svg>`;
  };
}

function describe({ name, value }: Area, indicator: Indicator): string {
  return `${name} : ${formatCell(value, indicator)}`;
}

function tileBox(index: number, count: number, mapWidth: number, y: number): Box {
  const slot = mapWidth / count;
  return { x: index * slot + 4, y, width: slot - 8, height: TILE_HEIGHT };
}

function tile(
  area: Area,
  fill: string,
  { x, y, width, height }: Box,
  indicator: Indicator,
): SVGElement {
  return svg`<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" stroke="${colour("context")}"><title>${describe(area, indicator)}</title></rect>
    <text x="${x + width / 2}" y="${y + height + 16}" text-anchor="middle" font-size="11">${area.name}</text></g>`;
}

interface LegendEntry {
  fill: string;
  label: string;
}

function legendEntries(
  known: readonly number[],
  cuts: readonly number[],
  areas: readonly Area[],
  indicator: Indicator,
): LegendEntry[] {
  const edges = known.length ? [Math.min(...known), ...cuts, Math.max(...known)] : [];
  const classes = edges.slice(1).map((to, index) => ({
    fill: sequentialColour(index),
    label: `de ${formatValue(edges[index]!, indicator)} à ${formatValue(to, indicator)}`,
  }));
  const marks = [
    areas.some(({ value }) => value === "s") ? SECRET : undefined,
    areas.some(({ value }) => value === null) ? UNAVAILABLE : undefined,
  ].filter((mark) => mark !== undefined);
  if (marks.length) classes.push({ fill: "url(#vigie-hatch)", label: marks.join(" ou ") });
  return classes;
}

function legendEntry({ fill, label }: LegendEntry, index: number): SVGElement {
  return svg`<g transform="translate(0,${index * LEGEND_LINE})"><rect width="${SWATCH.width}" height="${SWATCH.height}" fill="${fill}" stroke="${colour("context")}"/>
    <text x="${SWATCH.width + 8}" y="${SWATCH.height - 4}">${label}</text></g>`;
}
