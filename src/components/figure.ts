import { html } from "npm:htl";
import { toCsv } from "../lib/csv.js";
import { nonBreaking } from "../lib/format/typography.js";
import { type DataTable, dataTable } from "./dataTable.js";
import { savePng, saveText, standaloneSvg } from "./download.js";
import { folded } from "./folded.js";
import { lightenDrawing } from "./lightenDrawing.js";
import { type Source, sourceLine } from "./sourceLine.js";

export interface Figure<Row> {
  /** The finding, a sentence computed from the data. */
  title: string;
  /** Measure, unit, population and period. */
  subtitle: string;
  /** Draws the chart for a width in pixels; called again when the width changes. */
  chart: (width: number) => SVGElement;
  /** What takes clicks and the keyboard over the chart, itself an image; drawn again with it. */
  overlay?: (width: number) => SVGElement;
  /** Fields and buttons above the chart. */
  controls?: HTMLElement;
  source: Source;
  data: DataTable<Row>;
  /** Name of the downloaded files, without extension. */
  file: string;
  /** What the figure does not say. */
  notes?: readonly string[];
}

/**
 * A chart with all that lets it be checked: finding, measure, source, way back to the data, table,
 * and the downloads. The drawing is an image for assistive technology, the table is its detail.
 */
export function figure<Row>({
  title,
  subtitle,
  chart,
  overlay,
  controls,
  source,
  data,
  file,
  notes = [],
}: Figure<Row>): HTMLElement {
  const drawing = html`<div class="chart">`;
  const label = `${title}. ${subtitle} Le tableau qui suit donne les valeurs.`;
  redrawOnResize(drawing, (width) => [
    asImage(chart(width), label),
    ...(overlay ? [overlay(width)] : []),
  ]);
  const current = () => drawing.querySelector<SVGElement>("svg");
  return html`<figure class="figure">
    <figcaption><h3>${nonBreaking(title)}</h3><p class="subtitle">${nonBreaking(subtitle)}</p></figcaption>
    ${controls ?? ""}${drawing}
    ${notes.map((note) => html`<p class="note-line">${nonBreaking(note)}</p>`)}
    ${sourceLine(source)}
    ${folded("Voir les données", () => dataTable(data))}
    <p class="downloads">Télécharger :
      <button type="button" onclick=${() => saveText(`${file}.csv`, "text/csv;charset=utf-8", toCsv(data.columns, data.rows))}>CSV</button>
      <button type="button" onclick=${() => {
        const svg = current();
        if (svg) saveText(`${file}.svg`, "image/svg+xml", standaloneSvg(svg, title));
      }}>SVG</button>
      <button type="button" onclick=${() => {
        const svg = current();
        if (svg) void savePng(`${file}.png`, svg, title);
      }}>PNG</button>
    </p>
  </figure>`;
}

/** Marks inside the image have no name of their own: Plot’s labels on groups would be read as noise. */
function asImage(chart: SVGElement, label: string): SVGElement {
  for (const node of chart.querySelectorAll("[aria-label], [aria-description]")) {
    node.removeAttribute("aria-label");
    node.removeAttribute("aria-description");
  }
  lightenDrawing(chart);
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", label);
  return chart;
}

function redrawOnResize(place: HTMLElement, draw: (width: number) => SVGElement[]): void {
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0 || width === drawn) return;
    drawn = width;
    place.replaceChildren(...draw(width));
  }).observe(place);
}
