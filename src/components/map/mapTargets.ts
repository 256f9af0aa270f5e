import { svg } from "npm:htl";
import { formatCell } from "../../lib/format/cell.js";
import { nonBreaking } from "../../lib/format/typography.js";
import { REGION_OUTLINES } from "../../lib/regionOutlines.js";
import type { Territory } from "../../lib/tables.js";
import { siteLink } from "../siteLink.js";
import { regionOf } from "./mapDrawing.js";
import {
  type MapArea,
  type MapSizes,
  type MapView,
  outlineOf,
  pageOf,
  tileBox,
} from "./mapView.js";

/** What the reader asks of a map. */
export interface MapOrders {
  enlarge: (region: string) => void;
  reduce: () => void;
}

/**
 * What takes clicks and the keyboard in the frame, each with its name: régions to enlarge, or the
 * départements of the enlarged one, links to their pages.
 */
export function frameTargets(view: MapView, { enlarge, reduce }: MapOrders): SVGElement[] {
  if (view.zoomed === null) {
    return regionsOf(view).map(({ code, name }) => {
      const area = view.areas.find((one) => one.level === "region" && one.code === code);
      const label = nonBreaking(`${area ? figured(area, view) : name}. Agrandir`);
      return svg`<path d="${REGION_OUTLINES[code]}" ${HIT} role="button" tabindex="0" aria-label="${label}" data-region="${code}" onclick=${() => enlarge(code)} onkeydown=${onActivation(() => enlarge(code))}><title>${label}</title></path>`;
    });
  }
  const within = view.departements.filter((one) => regionOf(one) === view.zoomed);
  return [
    svg`<rect x="-9999" y="-9999" width="19998" height="19998" fill="transparent" onclick=${reduce} />`,
    ...within.map((one) => {
      const label = nonBreaking(`${figured(one, view)}. Voir la page`);
      return svg`<a href="${siteLink(pageOf(one))}" aria-label="${label}"><path d="${outlineOf(one)}" ${HIT}><title>${label}</title></path></a>`;
    }),
  ];
}

/** Links over the tiles of overseas territories. */
export function tileTargets(view: MapView, sizes: MapSizes): SVGElement[] {
  const overseas = view.areas.filter((area) => !outlineOf(area));
  return overseas.map((area, index) => {
    const { x, y, width, height } = tileBox(index, overseas.length, sizes);
    const label = nonBreaking(`${figured(area, view)}. Voir la page`);
    return svg`<a href="${siteLink(pageOf(area))}" aria-label="${label}"><rect x="${x}" y="${y}" width="${width}" height="${height}" ${HIT}><title>${label}</title></rect></a>`;
  });
}

/** The régions with an outline, from the départements, in alphabetical order of their addresses. */
export function regionsOf({ departements }: Pick<MapView, "departements">): Named[] {
  const found = new Map(
    departements.flatMap(({ parent }) =>
      parent && parent.code in REGION_OUTLINES ? [[parent.code, parent] as const] : [],
    ),
  );
  return [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

type Named = NonNullable<Territory["parent"]>;

const HIT = {
  class: "map-hit",
  fill: "transparent",
  "vector-effect": "non-scaling-stroke",
} as const;

function figured(one: Territory & { value?: MapArea["value"] }, { indicator }: MapView): string {
  return one.value === undefined ? one.name : `${one.name} : ${formatCell(one.value, indicator)}`;
}

/** A button answers to Enter and to Space. */
function onActivation(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
}
