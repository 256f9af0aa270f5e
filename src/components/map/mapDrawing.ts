import { svg } from "npm:htl";
import { colour } from "../../lib/colours.js";
import { formatCell } from "../../lib/format/cell.js";
import { boxOf, centreOf } from "../../lib/outlines.js";
import { REGION_OUTLINES } from "../../lib/regionOutlines.js";
import type { Cell, Territory } from "../../lib/tables.js";
import { FONT_SIZE, labelMargin } from "../chartStyle.js";
import { FRAME_HATCH, HATCH, hatch, type MapScale } from "./mapLegend.js";
import { type MapSizes, type MapView, outlineOf, tileBox, viewedBox } from "./mapView.js";

/** What surrounds the enlarged région. */
const FADED = 0.25;

/** Areas, limits and names of the frame: what changes when a région is enlarged. */
export function frameContent(view: MapView, scale: MapScale, { map }: MapSizes): SVGElement[] {
  const pixels = map.width / viewedBox(view.zoomed).width;
  return [
    hatch(FRAME_HATCH, pixels),
    ...view.areas.map((area) => {
      const outline = outlineOf(area);
      if (!outline) return undefined;
      return svg`<path d="${outline}" fill="${scale.fill(area.value, FRAME_HATCH)}" ${LIMIT} opacity="${isShown(area, view) ? 1 : FADED}"/>`;
    }),
    ...innerLimits(view),
    ...names(view, pixels),
  ].filter((node) => node !== undefined) as SVGElement[];
}

/** Overseas territories, as tiles of equal size. */
export function tiles(view: MapView, scale: MapScale, sizes: MapSizes): SVGElement[] {
  const overseas = view.areas.filter((area) => !outlineOf(area));
  return overseas.map(({ name, value }, index) => {
    const { x, y, width, height } = tileBox(index, overseas.length, sizes);
    return svg`<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${scale.fill(value, HATCH)}" stroke="${colour("context")}"/>
    <text x="${x + width / 2}" y="${y + height + 16}" text-anchor="middle" font-size="11">${name}</text></g>`;
  });
}

const LIMIT = {
  stroke: colour("context"),
  "stroke-width": 0.9,
  "stroke-linejoin": "round",
  "vector-effect": "non-scaling-stroke",
} as const;
const STRONG = { ...LIMIT, fill: "none", stroke: "currentColor" } as const;

export const regionOf = ({ code, level, parent }: Territory): string | undefined =>
  level === "region" ? code : parent?.code;

const isShown = (area: Territory, { zoomed }: MapView): boolean =>
  zoomed === null || regionOf(area) === zoomed;

/** Limits of régions over those of départements, or the other way within an enlarged région. */
function innerLimits({ areas, departements, zoomed }: MapView): SVGElement[] {
  if (areas[0]?.level === "departement") {
    return Object.values(REGION_OUTLINES).map((outline) => svg`<path d="${outline}" ${STRONG} />`);
  }
  return departements
    .filter((one) => zoomed !== null && regionOf(one) === zoomed)
    .map((one) => svg`<path d="${outlineOf(one)}" ${STRONG} />`);
}

/** Names of the départements of the enlarged région, with their figure where there is one, as far as they fit. */
function names({ departements, indicator, zoomed }: MapView, pixels: number): SVGElement[] {
  return departements
    .filter((one) => zoomed !== null && regionOf(one) === zoomed)
    .flatMap((one) => {
      const outline = outlineOf(one);
      return outline ? [nameOf(one, outline, formatted(one.value), pixels)] : [];
    });

  function formatted(value: Cell | undefined): string | undefined {
    return value === undefined ? undefined : formatCell(value, indicator);
  }
}

function nameOf(
  { code, name }: Territory,
  outline: string,
  figure: string | undefined,
  pixels: number,
): SVGElement {
  const [x, y] = centreOf(outline);
  const room = boxOf([outline]).width * pixels;
  const size = FONT_SIZE / pixels;
  const lines = labelMargin([name]) <= room ? [name, figure ?? ""] : [code, ""];
  return svg`<text x="${x}" y="${y}" text-anchor="middle" font-size="${size}" fill="currentColor" stroke="var(--vigie-background)" stroke-width="${size / 3}" stroke-linejoin="round" paint-order="stroke">
    <tspan font-weight="600">${lines[0]}</tspan>${lines[1] ? svg`<tspan x="${x}" dy="1.25em">${lines[1]}</tspan>` : ""}</text>`;
}
