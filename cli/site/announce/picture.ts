import { Resvg } from "@resvg/resvg-js";
import { BACKGROUND, COLOURS, colourSheet } from "../../../src/lib/colours.js";
import { SERVICE } from "../frame/header.js";
import { escapeHtml } from "./escape.js";
import { PREVIEW } from "./meta.js";

/** Before a chart as it stands in the HTML of a page, in its first state. */
const BEFORE = /class="chart"[\s\S]*?(?=<svg\b)/;

/** Words in the pictures; measures are in pixels. */
const INK = "#1d222b";
const MARGIN = 60;
const TITLE = { size: 42, line: 54, letters: 19, lines: 8 };
const SMALL = 26;
/** Frame of the chart, on the right half. */
const FRAME = { x: 610, y: 70, width: 520, height: 490 };

/**
 * Picture of a page for networks: its first chart with its finding, in the light colours, as PNG;
 * undefined when no chart is in the HTML. Letters take the system’s fonts: two machines with other
 * fonts draw other bytes.
 */
export function previewPicture(html: string, title: string): Uint8Array | undefined {
  const chart = firstChart(html);
  if (!chart) return undefined;
  const drawing = new Resvg(previewSvg(chart, findingOf(html, chart) ?? title), {
    font: {
      loadSystemFonts: true,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  });
  return drawing.render().asPng();
}

/** Title of the figure of a chart, which says what the chart shows. */
function findingOf(html: string, chart: string): string | undefined {
  const headings = [...html.slice(0, html.indexOf(chart)).matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)];
  return headings
    .at(-1)?.[1]
    ?.replace(/<[^>]*>/g, "")
    .trim();
}

/** The first chart whole, with the drawings within it. */
function firstChart(html: string): string | undefined {
  const before = BEFORE.exec(html);
  if (!before) return undefined;
  const rest = html.slice(before.index + before[0].length);
  let depth = 0;
  for (const tag of rest.matchAll(/<(\/?)svg\b[^>]*>/g)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return rest.slice(0, tag.index + tag[0].length);
  }
  return undefined;
}

/** The drawing of the picture. */
export function previewSvg(chart: string, title: string): string {
  const { width, height } = PREVIEW;
  const lines = wrapped(title);
  const words = lines.map(
    (line, i) =>
      `<text x="${MARGIN}" y="${MARGIN + (i + 1.5) * TITLE.line}" font-size="${TITLE.size}" font-weight="bold">${escapeHtml(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" fill="${INK}" color="${INK}" font-family="sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${BACKGROUND.light}"/>`,
    `<rect width="${width}" height="12" fill="${COLOURS.subject.light}"/>`,
    ...words,
    `<text x="${MARGIN}" y="${height - MARGIN}" font-size="${SMALL}">${SERVICE}</text>`,
    embedded(chart),
    "</svg>",
  ].join("");
}

const VARIABLES = new Map(
  [...(colourSheet().split("@media")[0] ?? "").matchAll(/(--[\w-]+):([^;}]+)/g)].map(
    ([, name, value]) => [name!, value!],
  ),
);

/** The chart in its frame, with colours for variables, and XML where it was HTML. */
function embedded(chart: string): string {
  const { x, y, width, height } = FRAME;
  const attributes = /^<svg\b([^>]*)>/.exec(chart)?.[1] ?? "";
  const bare = attributes.replace(/\s(?:width|height|style|class|font-family|x|y)="[^"]*"/g, "");
  return chart
    .replace(
      /^<svg\b[^>]*>/,
      () =>
        `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="visible"${bare} font-family="sans-serif">`,
    )
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/var\((--[\w-]+)(?:,[^)]*)?\)/g, (_, name: string) => VARIABLES.get(name) ?? INK);
}

/** Lines short enough for the left half, cut between words. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= TITLE.letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length <= TITLE.lines) return lines;
  return [...lines.slice(0, TITLE.lines - 1), `${lines[TITLE.lines - 1]}…`];
}
