import { html, svg } from "npm:htl";
import { formatCell } from "../lib/format/cell.js";
import { nonBreaking } from "../lib/format/typography.js";
import { remember } from "./address.js";
import type { Figure } from "./figure.js";
import { frameContent, tiles } from "./map/mapDrawing.js";
import { HATCH, hatch, mapLegend, mapScale } from "./map/mapLegend.js";
import { frameTargets, regionsOf, tileTargets } from "./map/mapTargets.js";
import {
  type MapSizes,
  type MapView,
  mapSizes,
  pageOf,
  viewBoxText,
  viewedBox,
} from "./map/mapView.js";
import { selectField } from "./selectField.js";
import { siteLink } from "./siteLink.js";

const WHOLE = "FR";

/**
 * Map of a rate by région or by département, in five classes cut at the quantiles of the published
 * values, hidden areas hatched. A région is enlarged by a click, by Enter on it, or from the list
 * above; Escape and a button come back. Overseas territories, whose outlines no open set gives at
 * this scale, are tiles of equal size under the map. Only for rates: a count would show the size of
 * the territory. To be spread in a {@link Figure}.
 */
export function choropleth(
  shown: Omit<MapView, "zoomed">,
): Required<Pick<Figure<unknown>, "chart" | "overlay" | "controls">> {
  const view: MapView = { ...shown, zoomed: null };
  const scale = mapScale(
    view.areas.map(({ value }) => value),
    view.indicator,
  );
  const regions = regionsOf(view);
  const field = selectField(
    "Agrandir une région",
    "zoom",
    [
      { value: WHOLE, label: "Toute la France" },
      ...regions.map(({ code, name }) => ({ value: code, label: name })),
    ],
    WHOLE,
  );
  const select = field.querySelector("select")!;
  const back = html`<button type="button" onclick=${() => reduce()}>Toute la France</button>`;
  const told = html`<p class="map-told" aria-live="polite">`;
  const controls = html`<div class="map-controls">${field}${back}${told}</div>`;
  let drawn: { sizes: MapSizes; frame: SVGElement } | undefined;
  let targets: SVGElement | undefined;

  function zoomTo(region: string | null): void {
    view.zoomed = region;
    select.value = region ?? WHOLE;
    remember("zoom", region ?? "");
    refresh();
  }
  function enlarge(region: string): void {
    zoomTo(region);
    targets?.querySelector<SVGElement>("a")?.focus();
  }
  function reduce(): void {
    const from = view.zoomed;
    const within = targets?.contains(document.activeElement) ?? false;
    zoomTo(null);
    if (within) targets?.querySelector<SVGElement>(`[data-region="${from}"]`)?.focus();
    else select.focus();
  }
  function onEscape({ key }: KeyboardEvent): void {
    if (key === "Escape" && view.zoomed !== null) reduce();
  }
  function refresh(): void {
    (back as HTMLButtonElement).disabled = view.zoomed === null;
    told.replaceChildren(...toldOf(view));
    if (!drawn) return;
    const box = viewBoxText(viewedBox(view.zoomed));
    drawn.frame.setAttribute("viewBox", box);
    drawn.frame.replaceChildren(...frameContent(view, scale, drawn.sizes));
    targets?.setAttribute("viewBox", box);
    targets?.replaceChildren(...frameTargets(view, { enlarge, reduce }));
  }

  select.addEventListener("input", () => zoomTo(select.value === WHOLE ? null : select.value));
  controls.addEventListener("keydown", onEscape);
  view.zoomed = select.value === WHOLE ? null : select.value;
  refresh();
  return {
    controls,
    chart(width) {
      const sizes = mapSizes(width, scale.entries.length);
      const frame = frameOf(sizes);
      drawn = { sizes, frame };
      refresh();
      return svg`<svg ${frameSize(sizes)} font-size="12" font-family="var(--sans-serif)" fill="currentColor">
        ${hatch(HATCH)}${frame}${tiles(view, scale, sizes)}
        <g transform="translate(${sizes.legend.x},${sizes.legend.y})">${mapLegend(scale)}</g>
      </svg>`;
    },
    overlay(width) {
      const sizes = mapSizes(width, scale.entries.length);
      targets = frameOf(sizes);
      refresh();
      return svg`<svg ${frameSize(sizes)} role="group" aria-label="Territoires de la carte" onkeydown=${onEscape}>${targets}${tileTargets(view, sizes)}</svg>`;
    },
  };
}

/** Which région is enlarged, its figure and its page. */
function toldOf({ zoomed, areas, departements, indicator }: MapView): (string | Node)[] {
  const region = departements.find(({ parent }) => parent?.code === zoomed)?.parent;
  if (!region) return [];
  const area = areas.find(({ code, level }) => level === "region" && code === zoomed);
  const figure = area ? ` : ${formatCell(area.value, indicator)}` : "";
  const page = siteLink(pageOf({ ...region, level: "region" }));
  return [
    nonBreaking(`${region.name}${figure}. `),
    html`<a href="${page}">Voir la page de la région</a>`,
  ];
}

function frameOf({ map }: MapSizes): SVGElement {
  return svg`<svg width="${map.width}" height="${map.height}"></svg>` as SVGElement;
}

function frameSize({ width, height }: MapSizes): Record<string, string | number> {
  return { width, height, viewBox: `0 0 ${width} ${height}` };
}
