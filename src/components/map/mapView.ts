import { DEPARTEMENT_OUTLINES } from "../../lib/departementOutlines.js";
import type { Indicator } from "../../lib/indicators.js";
import { type Box, boxOf, fitted } from "../../lib/outlines.js";
import { OUTLINES_BOX, REGION_OUTLINES } from "../../lib/regionOutlines.js";
import type { Cell, Territory } from "../../lib/tables.js";
import { NARROW } from "../chartStyle.js";

/** A territory with its figure. */
export interface MapArea extends Territory {
  value: Cell;
}

/** What a map shows, and the région it is enlarged on. */
export interface MapView {
  /** Régions or départements, all of one level. */
  areas: readonly MapArea[];
  /** The départements, with a figure where the map is theirs. */
  departements: readonly (Territory & { value?: Cell })[];
  indicator: Indicator;
  /** Code of the région, null for the whole country. */
  zoomed: string | null;
}

/** Where things stand for a width in pixels. */
export interface MapSizes {
  width: number;
  height: number;
  map: { width: number; height: number };
  legend: { x: number; y: number };
}

const LARGEST_MAP = 560;
const INSET_HEIGHT = 78;
const LEGEND_WIDTH = 210;
export const LEGEND_LINE = 24;
/** Free space around an enlarged région, in shares of its sides. */
const ZOOM_MARGIN = 0.06;

/** Sizes of the map, its tiles under it, and its legend beside or below. */
export function mapSizes(width: number, legendLines: number): MapSizes {
  const beside = width >= NARROW + LEGEND_WIDTH;
  const mapWidth = Math.min(LARGEST_MAP, beside ? width - LEGEND_WIDTH : width);
  const mapHeight = (OUTLINES_BOX.height * mapWidth) / OUTLINES_BOX.width;
  const below = mapHeight + INSET_HEIGHT;
  return {
    width,
    height: beside ? below : below + (legendLines + 1) * LEGEND_LINE,
    map: { width: mapWidth, height: mapHeight },
    legend: beside ? { x: mapWidth + 24, y: 40 } : { x: 0, y: below + 12 },
  };
}

/** What of the drawing the frame shows. */
export function viewedBox(zoomed: string | null): Box {
  const outline = zoomed === null ? undefined : REGION_OUTLINES[zoomed];
  if (!outline) return { x: 0, y: 0, ...OUTLINES_BOX };
  return fitted(boxOf([outline]), OUTLINES_BOX.width / OUTLINES_BOX.height, ZOOM_MARGIN);
}

export const viewBoxText = ({ x, y, width, height }: Box): string =>
  [x, y, width, height].join(" ");

/** Outline of a territory; `undefined` overseas, where no open set gives one at this scale. */
export function outlineOf({ code, level }: Pick<Territory, "code" | "level">): string | undefined {
  return (level === "region" ? REGION_OUTLINES : DEPARTEMENT_OUTLINES)[code];
}

/** Address of the page of a territory, from the root of the site. */
export function pageOf({ slug, level }: Pick<Territory, "slug" | "level">): string {
  return `${level === "region" ? "regions" : "departements"}/${slug}`;
}

/** Box of a tile under the map, of `count` in a row. */
export function tileBox(index: number, count: number, { map }: MapSizes): Box {
  const slot = map.width / count;
  return { x: index * slot + 4, y: map.height + 14, width: slot - 8, height: 34 };
}
